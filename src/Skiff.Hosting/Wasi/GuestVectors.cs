namespace Skiff.Hosting.Wasi;

/// <summary>An array of <c>iovec</c> or <c>ciovec</c> in the guest's memory: buffers to be read or written in turn.</summary>
internal readonly ref struct GuestVectors
{
    private const uint VectorSize = 8;

    private readonly LinearMemory _memory;
    private readonly uint _address;

    /// <summary>Checks that the whole array is in memory; the buffers are checked as they are used.</summary>
    public GuestVectors(LinearMemory memory, uint address, uint count)
    {
        if (count > int.MaxValue / VectorSize)
        {
            throw new MemoryFaultException();
        }

        _ = memory.Slice(address, count * VectorSize);
        _memory = memory;
        _address = address;
        Count = (int)count;
    }

    /// <summary>How many buffers there are.</summary>
    public int Count { get; }

    /// <summary>One of the buffers.</summary>
    public Span<byte> this[int index]
    {
        get
        {
            uint vector = _address + ((uint)index * VectorSize);
            return _memory.Slice(_memory.ReadUInt32(vector), _memory.ReadUInt32(vector + 4));
        }
    }

    /// <summary>The first buffer that has room; empty if none has.</summary>
    public Span<byte> FirstNonEmpty
    {
        get
        {
            for (int i = 0; i < Count; i++)
            {
                if (this[i] is { IsEmpty: false } buffer)
                {
                    return buffer;
                }
            }

            return default;
        }
    }
}
