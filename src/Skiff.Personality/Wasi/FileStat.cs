using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>The attributes of a file (WASI preview1 `filestat`, 64 bytes); times in nanoseconds since 1970.</summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
internal struct FileStat
{
    /// <summary>Set the access time to the one given (`fstflags`).</summary>
    internal const ushort SetAccessed = 1;

    /// <summary>Set the access time to the clock's.</summary>
    internal const ushort SetAccessedNow = 2;

    /// <summary>Set the modification time to the one given.</summary>
    internal const ushort SetModified = 4;

    /// <summary>Set the modification time to the clock's.</summary>
    internal const ushort SetModifiedNow = 8;

    [FieldOffset(0)]
    public ulong Device;

    [FieldOffset(8)]
    public ulong Inode;

    [FieldOffset(16)]
    public byte FileType;

    [FieldOffset(24)]
    public ulong Links;

    [FieldOffset(32)]
    public ulong Size;

    [FieldOffset(40)]
    public ulong Accessed;

    [FieldOffset(48)]
    public ulong Modified;

    [FieldOffset(56)]
    public ulong Changed;
}
