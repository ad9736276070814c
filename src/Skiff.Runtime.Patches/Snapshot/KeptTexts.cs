using System.Runtime.InteropServices;

namespace Skiff.Runtime;

/// <summary>The texts that were hashed before a snapshot was taken, found again by the seed of that time.</summary>
[AddTo(Bcl.CoreLib)]
internal sealed unsafe class KeptTexts
{
    private const int FirstCapacity = 64;

    private int[] _buckets = new int[FirstCapacity];
    private Entry[] _entries = new Entry[FirstCapacity];
    private int _count;

    public KeptTexts()
    {
        uint* seed = stackalloc uint[2];
        Interop.GetRandomBytes((byte*)seed, 2 * sizeof(uint));
        (Low, High) = (seed[0], seed[1]);
    }

    /// <summary>The lower half of the seed.</summary>
    public uint Low { get; }

    /// <summary>The upper half of the seed.</summary>
    public uint High { get; }

    /// <summary>Hashes a text and keeps it.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        int hash = Hash(text);
        if (IndexOf(text, hash) < 0)
        {
            if (_count == _entries.Length)
            {
                Grow();
            }

            _entries[_count] = new Entry { Hash = hash, Text = text.ToArray() };
            Link(_count++);
        }

        return hash;
    }

    /// <summary>The hash code of a text that was kept; false for any other.</summary>
    public bool Find(ReadOnlySpan<byte> text, out int hash)
    {
        hash = Hash(text);
        return IndexOf(text, hash) >= 0;
    }

    private int Hash(ReadOnlySpan<byte> text) => Marvin.ComputeHash32(ref MemoryMarshal.GetReference(text), (uint)text.Length, Low, High);

    private int IndexOf(ReadOnlySpan<byte> text, int hash)
    {
        int index = _buckets[hash & (_buckets.Length - 1)] - 1;
        while (index >= 0 && !(_entries[index].Hash == hash && text.SequenceEqual(_entries[index].Text)))
        {
            index = _entries[index].Next;
        }

        return index;
    }

    private void Link(int index)
    {
        ref int bucket = ref _buckets[_entries[index].Hash & (_buckets.Length - 1)];
        _entries[index].Next = bucket - 1;
        bucket = index + 1;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        _buckets = new int[_entries.Length];
        for (int i = 0; i < _count; i++)
        {
            Link(i);
        }
    }

    private struct Entry
    {
        public int Hash;
        public int Next;
        public byte[] Text;
    }
}
