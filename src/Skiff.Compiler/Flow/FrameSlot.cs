namespace Skiff.Compiler.Flow;

/// <summary>A piece of the function's frame on the shadow stack.</summary>
/// <param name="size">Size in bytes.</param>
/// <param name="alignment">Alignment in bytes, at most 16.</param>
/// <param name="zeroed">Whether it must read as zero when the function starts.</param>
/// <param name="name">Name in the source, when it has one.</param>
internal sealed class FrameSlot(int size, int alignment, bool zeroed, string? name = null)
{
    /// <summary>Size in bytes.</summary>
    public int Size { get; } = size;

    /// <summary>Alignment in bytes, at most 16.</summary>
    public int Alignment { get; } = Math.Min(alignment, 16);

    /// <summary>Whether it must read as zero when the function starts.</summary>
    public bool Zeroed { get; } = zeroed;

    /// <summary>Name in the source, when it has one.</summary>
    public string? Name { get; } = name;
}
