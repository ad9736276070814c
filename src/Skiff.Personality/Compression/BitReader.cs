namespace Skiff.Personality;

/// <summary>Reads bits, those of lower value first (RFC 1951, 3.1.1).</summary>
internal unsafe struct BitReader
{
    private byte* _next;
    private uint _bits;
    private int _count;

    /// <summary>Begins at an address.</summary>
    internal void Initialize(byte* source)
    {
        _next = source;
        _bits = 0;
        _count = 0;
    }

    /// <summary>Reads up to 16 bits as a number.</summary>
    internal uint Read(int count)
    {
        while (_count < count)
        {
            _bits |= (uint)*_next++ << _count;
            _count += 8;
        }

        uint value = _bits & ((1u << count) - 1);
        _bits >>= count;
        _count -= count;
        return value;
    }

    /// <summary>Skips to the next whole byte and returns its address.</summary>
    internal byte* Align()
    {
        _next -= _count / 8;
        _bits = 0;
        _count = 0;
        return _next;
    }
}
