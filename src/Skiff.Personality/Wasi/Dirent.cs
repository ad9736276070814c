using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>The head of a directory entry, 24 bytes; its name follows without a NUL (WASI preview1 `dirent`).</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal struct Dirent
{
    /// <summary>The bytes before the name.</summary>
    internal const uint HeadSize = 24;

    /// <summary>The cookie of the entry after this one.</summary>
    [FieldOffset(0)]
    public ulong Next;

    [FieldOffset(8)]
    public ulong Inode;

    [FieldOffset(16)]
    public uint NameLength;

    [FieldOffset(20)]
    public byte FileType;
}
