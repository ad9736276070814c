using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>Something to wait for (WASI preview1 `subscription`, 48 bytes).</summary>
[StructLayout(LayoutKind.Explicit, Size = 48)]
internal struct Subscription
{
    /// <summary>A clock reaches <see cref="Timeout"/> (`eventtype`).</summary>
    internal const byte Clock = 0;

    /// <summary>A descriptor has data to read.</summary>
    internal const byte FdRead = 1;

    /// <summary>A descriptor takes data to write.</summary>
    internal const byte FdWrite = 2;

    /// <summary>Something of the host becomes ready, by its handle of `wasi:io/poll` (WASI 0.2 only).</summary>
    internal const byte Pollable = 3;

    [FieldOffset(0)]
    public ulong UserData;

    [FieldOffset(8)]
    public byte Type;

    /// <summary>The clock to wait for, when <see cref="Type"/> is <see cref="Clock"/>.</summary>
    [FieldOffset(16)]
    public uint ClockId;

    /// <summary>The descriptor or pollable to wait for, otherwise.</summary>
    [FieldOffset(16)]
    public int Fd;

    /// <summary>Nanoseconds from now.</summary>
    [FieldOffset(24)]
    public ulong Timeout;

    [FieldOffset(32)]
    public ulong Precision;

    [FieldOffset(40)]
    public ushort ClockFlags;
}
