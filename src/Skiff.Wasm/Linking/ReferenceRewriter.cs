using System.Runtime.InteropServices;

namespace Skiff.Wasm.Linking;

/// <summary>Makes everything in a module that names one item name another.</summary>
internal sealed class ReferenceRewriter(IReadOnlyDictionary<Extern, Extern> replacements)
{
    private readonly Dictionary<object, object> _rewritten = new(ReferenceEqualityComparer.Instance);

    public void Rewrite(Module module)
    {
        foreach (Function function in module.Functions)
        {
            Rewrite(CollectionsMarshal.AsSpan(function.Body));
        }

        foreach (Table table in module.Tables)
        {
            table.Initial = Rewrite(table.Initial);
        }

        foreach (Global global in module.Globals)
        {
            global.Initial = Rewrite(global.Initial);
        }

        foreach (ElementSegment segment in module.ElementSegments)
        {
            segment.Table = segment.Table is null ? null : Rewrite(segment.Table);
            segment.Offset = Rewrite(segment.Offset);
            foreach (ref ConstantExpression item in CollectionsMarshal.AsSpan(segment.Items))
            {
                item = Rewrite(item)!;
            }
        }

        foreach (DataSegment segment in module.DataSegments)
        {
            segment.Memory = segment.Memory is null ? null : Rewrite(segment.Memory);
            segment.Offset = Rewrite(segment.Offset);
        }

        foreach (Export export in module.Exports)
        {
            export.Item = Rewrite(export.Item);
        }

        module.Start = module.Start is null ? null : Rewrite(module.Start);
    }

    private void Rewrite(Span<Instruction> instructions)
    {
        foreach (ref Instruction instruction in instructions)
        {
            object? operand = instruction.Operand;
            if (operand is not null)
            {
                object rewritten = RewriteOperand(operand);
                if (!ReferenceEquals(rewritten, operand))
                {
                    instruction = instruction.WithOperand(rewritten);
                }
            }
        }
    }

    private object RewriteOperand(object operand) => operand switch
    {
        Extern item => Rewrite(item),
        OperandPair pair => RewriteShared(pair, static (rewriter, pair) =>
            new OperandPair(rewriter.RewriteOperand(pair.First), rewriter.RewriteOperand(pair.Second)) is var rewritten
            && ReferenceEquals(rewritten.First, pair.First) && ReferenceEquals(rewritten.Second, pair.Second)
                ? pair
                : rewritten),
        TryTable tryTable => RewriteShared(tryTable, static (rewriter, tryTable) =>
            tryTable.Catches.Any(clause => clause.Tag is { } tag && !ReferenceEquals(rewriter.Rewrite(tag), tag))
                ? tryTable with
                {
                    Catches =
                    [
                        .. tryTable.Catches.Select(clause =>
                            clause with { Tag = clause.Tag is null ? null : rewriter.Rewrite(clause.Tag) }),
                    ],
                }
                : tryTable),
        _ => operand,
    };

    private T Rewrite<T>(T item)
        where T : Extern =>
        replacements.TryGetValue(item, out Extern? replacement) ? (T)replacement : item;

    private ConstantExpression? Rewrite(ConstantExpression? expression)
    {
        if (expression is null)
        {
            return null;
        }

        foreach (ref readonly Instruction instruction in expression.Instructions.AsSpan())
        {
            if (instruction.Operand is { } operand && !ReferenceEquals(RewriteOperand(operand), operand))
            {
                Instruction[] instructions = [.. expression.Instructions];
                Rewrite(instructions);
                return new ConstantExpression(instructions);
            }
        }

        return expression;
    }

    /// <summary>Rewrites an operand that many instructions share, once.</summary>
    private T RewriteShared<T>(T operand, Func<ReferenceRewriter, T, T> rewrite)
        where T : class
    {
        ref object? rewritten = ref CollectionsMarshal.GetValueRefOrAddDefault(_rewritten, operand, out bool known);
        return known ? (T)rewritten! : (T)(rewritten = rewrite(this, operand));
    }
}
