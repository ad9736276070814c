using System.Runtime.InteropServices;

namespace Skiff.Hosting.Wasi.Linux;

/// <summary><c>struct statx</c>, which is the same on all architectures.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct Statx
{
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    [FieldOffset(16)]
    public uint Links;

    [FieldOffset(28)]
    public ushort Mode;

    [FieldOffset(32)]
    public ulong Inode;

    [FieldOffset(40)]
    public ulong Length;

    [FieldOffset(64)]
    public Timestamp Accessed;

    [FieldOffset(96)]
    public Timestamp Changed;

    [FieldOffset(112)]
    public Timestamp Modified;

    [FieldOffset(136)]
    public uint DeviceMajor;

    [FieldOffset(140)]
    public uint DeviceMinor;

    /// <summary>What the mode says the file is.</summary>
    public readonly FileType Type => (Mode & 0xF000) switch
    {
        0x2000 => FileType.CharacterDevice,
        0x4000 => FileType.Directory,
        0x6000 => FileType.BlockDevice,
        0x8000 => FileType.RegularFile,
        0xA000 => FileType.SymbolicLink,
        0xC000 => FileType.SocketStream,
        _ => FileType.Unknown,
    };

    /// <summary>As the guest sees it.</summary>
    public readonly FileStatus ToFileStatus() => new()
    {
        Device = ((ulong)DeviceMajor << 32) | DeviceMinor,
        Inode = Inode,
        Type = Type,
        Links = Links,
        Length = Length,
        Accessed = Accessed.ToNanoseconds(),
        Modified = Modified.ToNanoseconds(),
        Changed = Changed.ToNanoseconds(),
    };

    [StructLayout(LayoutKind.Sequential)]
    internal struct Timestamp
    {
        public long Seconds;
        public uint Nanoseconds;
        private readonly int _reserved;

        // WASI has no times before 1970.
        public readonly ulong ToNanoseconds() => Seconds < 0 ? 0 : ((ulong)Seconds * NanosecondsPerSecond) + Nanoseconds;
    }
}
