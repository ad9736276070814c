using System.ComponentModel;

namespace Skiff.Interop;

/// <summary>Where a string or list is in memory (CanonicalABI.md, "Loading", <c>load_list</c>).</summary>
/// <param name="pointer">Its address.</param>
/// <param name="length">How many bytes of UTF-8, or how many elements.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Slice(byte* pointer, int length)
{
    /// <summary>Its address.</summary>
    public byte* Pointer { get; } = pointer;

    /// <summary>How many bytes of UTF-8, or how many elements.</summary>
    public int Length { get; } = length;

    /// <summary>Reads the address and length that are stored at an address.</summary>
    public static Slice Load(byte* at) => new((byte*)((nint*)at)[0], (int)((nint*)at)[1]);

    /// <summary>Stores address and length at an address.</summary>
    public void Store(byte* at)
    {
        ((nint*)at)[0] = (nint)Pointer;
        ((nint*)at)[1] = Length;
    }
}
