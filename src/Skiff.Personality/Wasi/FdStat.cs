using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>What is known of a descriptor (WASI preview1 `fdstat`, 24 bytes).</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal struct FdStat
{
    /// <summary>Writes go to the end of the file (`fdflags`).</summary>
    internal const ushort Append = 1;

    /// <summary>Writes return when the data is stored.</summary>
    internal const ushort DataSync = 2;

    /// <summary>Reads and writes never wait.</summary>
    internal const ushort NonBlocking = 4;

    /// <summary>Writes return when data and metadata are stored.</summary>
    internal const ushort Sync = 16;

    [FieldOffset(0)]
    public byte FileType;

    [FieldOffset(2)]
    public ushort Flags;

    [FieldOffset(8)]
    public ulong Rights;

    [FieldOffset(16)]
    public ulong Inheriting;
}
