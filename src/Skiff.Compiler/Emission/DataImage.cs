namespace Skiff.Compiler.Emission;

/// <summary>The static data of a module: the bytes that memory holds from one address upward when the program starts.</summary>
/// <param name="dataBase">The lowest address.</param>
internal sealed class DataImage(uint dataBase)
{
    private const int MostAlignment = 16;
    private byte[] _bytes = new byte[4096];

    /// <summary>The lowest address.</summary>
    public uint Base { get; } = dataBase;

    /// <summary>The number of bytes in use from <see cref="Base"/> upward.</summary>
    public uint Size { get; private set; }

    /// <summary>The bytes in use.</summary>
    public Span<byte> Bytes => _bytes.AsSpan(0, (int)Size);

    /// <summary>Runs of bytes that are not zero, with their addresses; gaps of zeros shorter than a segment header stay inside.</summary>
    public IEnumerable<(uint Address, ReadOnlyMemory<byte> Bytes)> Segments()
    {
        const int LongestGap = 16;
        int start = -1;
        int last = -1;
        for (int i = 0; i < Size; i++)
        {
            if (_bytes[i] == 0)
            {
                continue;
            }

            if (start >= 0 && i - last > LongestGap)
            {
                yield return (Base + (uint)start, _bytes.AsMemory(start, last + 1 - start));
                start = -1;
            }

            start = start < 0 ? i : start;
            last = i;
        }

        if (start >= 0)
        {
            yield return (Base + (uint)start, _bytes.AsMemory(start, last + 1 - start));
        }
    }

    /// <summary>Takes the next bytes, which are zero, and returns their address.</summary>
    public uint Reserve(int size, int alignment)
    {
        uint mask = (uint)Math.Min(alignment, MostAlignment) - 1;
        uint start = (Base + Size + mask) & ~mask;
        Size = checked(start + (uint)Math.Max(size, 1) - Base);
        if (Size > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max((int)Size, _bytes.Length * 2));
        }

        return start;
    }
}
