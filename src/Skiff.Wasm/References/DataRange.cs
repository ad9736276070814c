namespace Skiff.Wasm.References;

/// <summary>A range of linear memory.</summary>
/// <param name="Address">The address of the first byte.</param>
/// <param name="Size">The number of bytes.</param>
public readonly record struct DataRange(uint Address, uint Size)
{
    /// <summary>The address after the last byte.</summary>
    public uint End => Address + Size;
}
