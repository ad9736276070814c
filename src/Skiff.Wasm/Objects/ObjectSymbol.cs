namespace Skiff.Wasm.Objects;

/// <summary>A symbol of an object file (tool conventions: linking, symbol table).</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Name">The name; empty for sections.</param>
/// <param name="Flags">The flags as they are in the file.</param>
public sealed record ObjectSymbol(ObjectSymbolKind Kind, string Name, uint Flags)
{
    private const uint BindingMask = 3;
    private const uint Local = 2;
    private const uint Undefined = 0x10;

    /// <summary>Whether another object file has the definition.</summary>
    public bool IsUndefined => (Flags & Undefined) != 0;

    /// <summary>Whether only this object file sees the symbol.</summary>
    public bool IsLocal => (Flags & BindingMask) == Local;

    /// <summary>The function; of an undefined symbol, the import.</summary>
    public Function? Function { get; init; }

    /// <summary>The segment that the data lies in; null for what has none.</summary>
    public DataSegment? Segment { get; init; }

    /// <summary>The offset in <see cref="Segment"/>.</summary>
    public uint Offset { get; init; }
}
