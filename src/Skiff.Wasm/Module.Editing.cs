using Skiff.Wasm.Linking;

namespace Skiff.Wasm;

public sealed partial class Module
{
    /// <summary>The function exported under a name, else the one that bears it; null if there is none.</summary>
    /// <exception cref="LinkException">Several functions bear the name and none is exported under it.</exception>
    public Function? FindFunction(string name)
    {
        if (FindExport(name) is Function exported)
        {
            return exported;
        }

        Function? found = null;
        foreach (Function function in Functions)
        {
            if (function.Name == name)
            {
                found = found is null
                    ? function
                    : throw new LinkException($"More than one function is named '{name}'; only a unique name can be looked up.");
            }
        }

        return found;
    }

    /// <summary>The function exported under a name, else the one that bears it.</summary>
    /// <exception cref="LinkException">There is no such function, or several.</exception>
    public Function GetFunction(string name) => FindFunction(name)
        ?? throw new LinkException($"The module has no function '{name}', neither exported under this name nor bearing it.");

    /// <summary>Exports a function, found by <see cref="GetFunction"/>, under its own or another name.</summary>
    /// <exception cref="LinkException">There is no such function, or several.</exception>
    /// <exception cref="InvalidOperationException">The export's name is taken.</exception>
    public void ExportFunction(string name, string? exportName = null) => Export(exportName ?? name, GetFunction(name));

    /// <summary>
    /// Makes everything that names an item name another instead: code, exports, segments, the start function. The
    /// item itself stays in the module, for its replacement to use; <see cref="RemoveUnreachable"/> drops it.
    /// </summary>
    /// <remarks>Items added to the module after the call may name the replaced ones.</remarks>
    /// <exception cref="LinkException">The types of an item and its replacement differ.</exception>
    public void Redirect(IReadOnlyDictionary<Extern, Extern> replacements)
    {
        foreach ((Extern item, Extern replacement) in replacements)
        {
            ExternMatching.Check(item, replacement);
        }

        new ReferenceRewriter(replacements).Rewrite(this);
    }

    /// <summary>Makes everything that names a function name another instead.</summary>
    /// <exception cref="LinkException">The types of the functions differ.</exception>
    public void Redirect(Function function, Function replacement) =>
        Redirect(new Dictionary<Extern, Extern> { [function] = replacement });

    /// <summary>Appends functions to a table, growing it, and returns the index of the first.</summary>
    public uint AppendToTable(Table table, params ReadOnlySpan<Function> functions)
    {
        uint first = checked((uint)table.Limits.Minimum);
        ConstantExpression offset = table.Limits.Is64 ? ConstantExpression.I64(first) : ConstantExpression.I32((int)first);
        ElementSegment segment = new(table, offset);
        foreach (Function function in functions)
        {
            segment.Items.Add(ConstantExpression.Function(function));
        }

        ElementSegments.Add(segment);
        SegmentRoom.Make(segment);
        return first;
    }

    /// <summary>Adds bytes that are copied to an address of a memory, which grows if it must.</summary>
    public DataSegment AddData(Memory memory, ulong address, ReadOnlyMemory<byte> bytes)
    {
        ConstantExpression offset =
            memory.Limits.Is64 ? ConstantExpression.I64((long)address) : ConstantExpression.I32((int)checked((uint)address));
        DataSegment segment = new(memory, offset, bytes);
        DataSegments.Add(segment);
        SegmentRoom.Make(segment);
        return segment;
    }

    /// <summary>
    /// Turns imported functions into functions that trap when called. A trap shows their name,
    /// <c>module.name</c>, in its backtrace.
    /// </summary>
    /// <param name="which">Which imports to turn.</param>
    /// <returns>What was imported.</returns>
    public IReadOnlyList<Import> TrapImports(Func<Import, bool> which)
    {
        List<Import> trapped = [];
        foreach (Function function in Functions)
        {
            if (function.Import is { } import && which(import))
            {
                function.ResetBody().Unreachable();
                function.Name = import.ToString();
                trapped.Add(import);
            }
        }

        return trapped;
    }

    /// <summary>
    /// Removes the items that neither instantiating the module nor calling its exports can reach, imports included.
    /// </summary>
    public void RemoveUnreachable()
    {
        ReachabilityWalk walk = new(this);
        walk.Run();
        Functions.RemoveAll(item => !walk.IsReached(item));
        Tables.RemoveAll(item => !walk.IsReached(item));
        Memories.RemoveAll(item => !walk.IsReached(item));
        Globals.RemoveAll(item => !walk.IsReached(item));
        Tags.RemoveAll(item => !walk.IsReached(item));
        ElementSegments.RemoveAll(item => !walk.IsReached(item));
        DataSegments.RemoveAll(item => !walk.IsReached(item));
        Types.Clear();
        FunctionDeclarations.Complete(this);
    }
}
