using System.Buffers.Binary;
using Skiff.Wasm;
using Skiff.Wasm.Linking;
using Skiff.Wasm.References;

namespace Skiff.Runtime.References;

/// <summary>The static data of a module as it lies in memory at the start.</summary>
internal sealed class MemoryImage
{
    private readonly byte[] _bytes;
    private readonly Dictionary<uint, List<uint>> _words = [];

    /// <summary>Lays out the data segments of <paramref name="module"/>.</summary>
    public MemoryImage(Module module)
    {
        var segments = module.DataSegments.Where(s => s.Memory is not null)
            .Select(s => (Address: (uint)(s.Offset!.IntegerValue ?? throw new LinkException("A data segment of the runtime has no constant address.")), s.Bytes))
            .OrderBy(s => s.Address).ToList();
        Start = segments[0].Address;
        _bytes = new byte[segments.Max(s => s.Address + s.Bytes.Length) + sizeof(uint)];
        foreach (var (address, bytes) in segments)
        {
            bytes.Span.CopyTo(_bytes.AsSpan((int)address));
        }

        for (var address = (Start + 3) & ~3u; address < End; address += sizeof(uint))
        {
            var word = Word(address);
            if (word != 0)
            {
                if (!_words.TryGetValue(word, out var places))
                {
                    _words.Add(word, places = []);
                }

                places.Add(address);
            }
        }
    }

    /// <summary>The address of the first byte.</summary>
    public uint Start { get; }

    /// <summary>The address after the last byte.</summary>
    public uint End => (uint)(_bytes.Length - sizeof(uint));

    /// <summary>All bytes, by address.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, (int)End);

    /// <summary>The 32-bit number at an address.</summary>
    public uint Word(uint address) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan((int)address));

    /// <summary>The addresses, multiples of four, of a 32-bit number other than 0.</summary>
    public IReadOnlyList<uint> Find(uint word) => _words.TryGetValue(word, out var places) ? places : [];

    /// <summary>Makes bytes zero. Words are still found where they were.</summary>
    public void Clear(DataRange range) => _bytes.AsSpan((int)range.Address, (int)range.Size).Clear();

    /// <summary>Whether some bytes lie at an address; beyond the end there are zeros.</summary>
    public bool Holds(long address, ReadOnlySpan<byte> bytes)
    {
        if (address < Start)
        {
            return false;
        }

        if (address + bytes.Length <= End)
        {
            return _bytes.AsSpan((int)address, bytes.Length).SequenceEqual(bytes);
        }

        var inside = address < End ? (int)(End - address) : 0;
        return (inside == 0 || _bytes.AsSpan((int)address, inside).SequenceEqual(bytes[..inside])) && !bytes[inside..].ContainsAnyExcept((byte)0);
    }

    /// <summary>The text that begins at an address, up to the next zero.</summary>
    public string Text(uint address)
    {
        var rest = Bytes[(int)address..];
        var length = rest.IndexOf((byte)0);
        return System.Text.Encoding.UTF8.GetString(length < 0 ? rest : rest[..length]);
    }
}
