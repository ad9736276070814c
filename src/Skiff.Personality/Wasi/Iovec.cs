namespace Skiff.Personality;

/// <summary>A region of memory for scatter and gather (WASI preview1 `iovec`, `ciovec`).</summary>
internal unsafe struct Iovec
{
    public byte* Buffer;
    public uint Length;
}
