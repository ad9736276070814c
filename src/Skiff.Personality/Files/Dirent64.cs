using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>The head of the C library's <c>struct dirent</c>; its name follows at once, with a NUL.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal struct Dirent64
{
    /// <summary>Where the name is.</summary>
    internal const uint NameOffset = 19;

    /// <summary>The longest name that fits the C library's structure.</summary>
    internal const uint MaximumName = 255;

    [FieldOffset(0)]
    public ulong Inode;

    /// <summary>Where the next entry is.</summary>
    [FieldOffset(8)]
    public long Offset;

    /// <summary>The length of this entry with its name, a multiple of 8.</summary>
    [FieldOffset(16)]
    public ushort Length;

    [FieldOffset(18)]
    public byte Type;
}
