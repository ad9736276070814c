using System.Runtime.InteropServices;

namespace Skiff.Wasm.Linking;

/// <summary>
/// Code may take a reference only to functions that occur outside of code: in an export, a segment or a constant
/// expression (specification: validation, <c>ref.func</c>). This declares those that an edit left without.
/// </summary>
internal static class FunctionDeclarations
{
    public static void Complete(Module module)
    {
        HashSet<Function> declared = Declared(module);
        List<Function> missing = [];
        foreach (Function function in module.Functions)
        {
            foreach (ref readonly Instruction instruction in CollectionsMarshal.AsSpan(function.Body))
            {
                if (instruction.Opcode == Opcode.RefFunc && declared.Add(instruction.Function))
                {
                    missing.Add(instruction.Function);
                }
            }
        }

        if (missing.Count > 0)
        {
            ElementSegment segment = new(ValType.FuncRef, isDeclarative: true);
            segment.Items.AddRange(missing.Select(ConstantExpression.Function));
            module.ElementSegments.Add(segment);
        }
    }

    /// <summary>The functions that occur outside of function bodies.</summary>
    public static HashSet<Function> Declared(Module module)
    {
        HashSet<Function> declared = [.. module.Exports.Select(export => export.Item).OfType<Function>()];
        IEnumerable<ConstantExpression?> expressions = module.Globals.Select(global => global.Initial)
            .Concat(module.Tables.Select(table => table.Initial))
            .Concat(module.ElementSegments.SelectMany(segment => segment.Items.Prepend(segment.Offset)))
            .Concat(module.DataSegments.Select(segment => segment.Offset));
        foreach (ConstantExpression? expression in expressions)
        {
            foreach (Instruction instruction in expression?.Instructions ?? [])
            {
                if (instruction.Opcode == Opcode.RefFunc)
                {
                    declared.Add(instruction.Function);
                }
            }
        }

        return declared;
    }
}
