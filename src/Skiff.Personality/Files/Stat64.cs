using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>The runtime's C <c>struct stat</c>, 96 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 96)]
internal struct Stat64
{
    internal const uint Fifo = 0x1000;
    internal const uint CharacterDevice = 0x2000;
    internal const uint Directory = 0x4000;
    internal const uint BlockDevice = 0x6000;
    internal const uint RegularFile = 0x8000;
    internal const uint SymbolicLink = 0xA000;
    internal const uint Socket = 0xC000;

    /// <summary><see cref="DeviceType"/> of a terminal: Linux's number 136:0.</summary>
    internal const uint Terminal = 136 << 8;

    /// <summary><see cref="DeviceType"/> of any other character device: that of `/dev/null`, 1:3.</summary>
    internal const uint NullDevice = (1 << 8) | 3;

    [FieldOffset(0)]
    public uint Device;

    [FieldOffset(4)]
    public uint Mode;

    [FieldOffset(8)]
    public uint Links;

    [FieldOffset(12)]
    public uint User;

    [FieldOffset(16)]
    public uint Group;

    [FieldOffset(20)]
    public uint DeviceType;

    [FieldOffset(24)]
    public ulong Size;

    [FieldOffset(32)]
    public uint BlockSize;

    /// <summary>Blocks of 512 bytes.</summary>
    [FieldOffset(36)]
    public uint Blocks;

    [FieldOffset(40)]
    public long AccessedSeconds;

    [FieldOffset(48)]
    public uint AccessedNanoseconds;

    [FieldOffset(56)]
    public long ModifiedSeconds;

    [FieldOffset(64)]
    public uint ModifiedNanoseconds;

    [FieldOffset(72)]
    public long ChangedSeconds;

    [FieldOffset(80)]
    public uint ChangedNanoseconds;

    [FieldOffset(88)]
    public ulong Inode;
}
