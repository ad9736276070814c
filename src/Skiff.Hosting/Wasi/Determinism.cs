using System.Buffers.Binary;

namespace Skiff.Hosting.Wasi;

/// <summary>
/// Clocks and random bytes that are the same in every run. Time begins at zero and passes by a microsecond with each
/// reading; nothing waits. The bytes are those of SplitMix64 from zero.
/// </summary>
internal sealed class Determinism
{
    /// <summary>Nanoseconds that pass with each reading.</summary>
    public const ulong Step = 1_000;

    private ulong _time;
    private ulong _random;

    /// <summary>Reads the time.</summary>
    /// <returns>Nanoseconds since 1970, and since the guest's beginning.</returns>
    public ulong ReadTime() => _time += Step;

    /// <summary>Lets time pass at once.</summary>
    /// <param name="nanoseconds">How much.</param>
    public void Wait(ulong nanoseconds) => _time = ulong.MaxValue - _time < nanoseconds ? ulong.MaxValue : _time + nanoseconds;

    /// <summary>Fills a buffer with the next random bytes.</summary>
    public void Fill(Span<byte> buffer)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        while (!buffer.IsEmpty)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, NextRandom());
            int count = Math.Min(word.Length, buffer.Length);
            word[..count].CopyTo(buffer);
            buffer = buffer[count..];
        }
    }

    private ulong NextRandom()
    {
        ulong z = _random += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
