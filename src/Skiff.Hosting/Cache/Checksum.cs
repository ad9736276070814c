using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Skiff.Hosting.Cache;

/// <summary>
/// A 64-bit checksum that runs at memory speed, against accidents such as a torn write. It is no defence against
/// somebody who writes to the cache on purpose: who can do that can run code anyway.
/// </summary>
internal struct Checksum
{
    private const int LaneCount = 4;
    private const int BlockSize = LaneCount * sizeof(ulong);

    // Odd constants with well spread bits: the fractional parts of e, pi and the golden ratio.
    private const ulong Spread = 0xB7E151628AED2A6B;
    private const ulong Mix = 0x243F6A8885A308D3;
    private const ulong Finish = 0x9E3779B97F4A7C15;

    private ulong _lane0 = Spread;
    private ulong _lane1 = Mix;
    private ulong _lane2 = Finish;
    private ulong _lane3 = ~Spread;
    private ulong _length;

    public Checksum()
    {
    }

    /// <summary>The sum of everything added.</summary>
    public readonly ulong Value
    {
        get
        {
            ulong sum = _length * Finish;
            sum = (BitOperations.RotateLeft(sum, 27) ^ _lane0) * Mix;
            sum = (BitOperations.RotateLeft(sum, 27) ^ _lane1) * Mix;
            sum = (BitOperations.RotateLeft(sum, 27) ^ _lane2) * Mix;
            sum = (BitOperations.RotateLeft(sum, 27) ^ _lane3) * Mix;
            return sum ^ (sum >> 32);
        }
    }

    /// <summary>The sum of some bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var checksum = new Checksum();
        checksum.Add(bytes);
        return checksum.Value;
    }

    /// <summary>Adds bytes; all but the last piece must be whole blocks of 32 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // hot from its first call on, in a process that calls it once
    public void Add(ReadOnlySpan<byte> bytes)
    {
        _length += (ulong)bytes.Length;
        ulong lane0 = _lane0, lane1 = _lane1, lane2 = _lane2, lane3 = _lane3;
        while (bytes.Length >= BlockSize)
        {
            lane0 = Round(lane0, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            lane1 = Round(lane1, BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
            lane2 = Round(lane2, BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]));
            lane3 = Round(lane3, BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
            bytes = bytes[BlockSize..];
        }

        foreach (byte rest in bytes)
        {
            lane0 = Round(lane0, rest);
        }

        (_lane0, _lane1, _lane2, _lane3) = (lane0, lane1, lane2, lane3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Round(ulong lane, ulong value) => BitOperations.RotateLeft((lane ^ value) * Spread, 29) * Mix;
}
