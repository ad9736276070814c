using System.Buffers.Binary;
using System.Text;
using Skiff.Wasm.Components;

namespace Skiff.Wasm.Binary;

/// <summary>
/// Reads the primitive values of the binary format (specification: binary format, values) between two offsets of a
/// file, and refuses to go beyond.
/// </summary>
internal ref struct ByteReader
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _file;
    private readonly SectionId? _section;
    private readonly ComponentSectionId? _componentSection;
    private int _position;

    public ByteReader(ReadOnlySpan<byte> file)
        : this(file, 0, file.Length, null, null)
    {
    }

    private ByteReader(ReadOnlySpan<byte> file, int position, int end, SectionId? section, ComponentSectionId? componentSection)
    {
        _file = file;
        _section = section;
        _componentSection = componentSection;
        _position = position;
        End = end;
    }

    /// <summary>The offset in the file of what is read next.</summary>
    public readonly int Position => _position;

    /// <summary>The offset in the file where reading must stop.</summary>
    public int End { get; }

    public readonly int Remaining => End - _position;

    public readonly bool AtEnd => _position >= End;

    /// <summary>A reader of the same bytes from another position.</summary>
    public readonly ByteReader At(int position) => new(_file, position, End, _section, _componentSection);

    /// <summary>Takes the next bytes as a reader of their own.</summary>
    public ByteReader Take(uint length, string what, SectionId? section = null)
    {
        int start = Skip(length, what);
        return new ByteReader(_file, start, _position, section ?? _section, _componentSection);
    }

    /// <summary>Takes the next bytes as a reader of a component's section.</summary>
    public ByteReader Take(uint length, string what, ComponentSectionId? section)
    {
        int start = Skip(length, what);
        return new ByteReader(_file, start, _position, null, section);
    }

    public readonly WasmFormatException Error(string message, int? at = null) => _componentSection is { } section
        ? new(message, at ?? _position, section)
        : new(message, at ?? _position, _section);

    public readonly void ExpectEnd(string what)
    {
        if (!AtEnd)
        {
            throw Error($"{what} has {Remaining} bytes more than its contents");
        }
    }

    public byte ReadByte()
    {
        if (_position >= End)
        {
            throw Error("the bytes end too early");
        }

        return _file[_position++];
    }

    public readonly byte Peek() => _position < End ? _file[_position] : throw Error("the bytes end too early");

    public ReadOnlySpan<byte> ReadBytes(int count)
    {
        if (count > Remaining)
        {
            throw Error("the bytes end too early");
        }

        ReadOnlySpan<byte> bytes = _file.Slice(_position, count);
        _position += count;
        return bytes;
    }

    public uint ReadU32()
    {
        if (_position < End && _file[_position] < 0x80)
        {
            return _file[_position++];
        }

        return (uint)ReadUnsigned(32);
    }

    public ulong ReadU64() => ReadUnsigned(64);

    public int ReadS32() => (int)ReadSigned(32);

    /// <summary>The signed 33-bit integer of block types and heap types.</summary>
    public long ReadS33() => ReadSigned(33);

    public long ReadS64() => ReadSigned(64);

    public uint ReadFixed32() => BinaryPrimitives.ReadUInt32LittleEndian(ReadBytes(4));

    public ulong ReadFixed64() => BinaryPrimitives.ReadUInt64LittleEndian(ReadBytes(8));

    /// <summary>Reads the length of a vector whose items take at least a number of bytes each.</summary>
    public int ReadCount(string what, int bytesPerItem = 1)
    {
        int start = _position;
        uint count = ReadU32();
        if (count > (uint)(Remaining / bytesPerItem))
        {
            throw Error($"{count} {what} cannot fit in the {Remaining} bytes that are left", start);
        }

        return (int)count;
    }

    /// <summary>Reads a name: a length and that many bytes of UTF-8.</summary>
    public string ReadName()
    {
        int length = ReadCount("bytes of a name");
        int start = _position;
        try
        {
            return s_strictUtf8.GetString(ReadBytes(length));
        }
        catch (DecoderFallbackException)
        {
            throw Error("a name is not UTF-8", start);
        }
    }

    private int Skip(uint length, string what)
    {
        if (length > (uint)Remaining)
        {
            throw Error($"{what} claims {length} bytes, but {Remaining} are left");
        }

        int start = _position;
        _position += (int)length;
        return start;
    }

    private ulong ReadUnsigned(int bits)
    {
        int start = _position;
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = ReadByte();
            int left = bits - shift;
            if (left < 7 && next >> left != 0)
            {
                throw Error($"an integer does not fit in {bits} bits", start);
            }

            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private long ReadSigned(int bits)
    {
        int start = _position;
        long value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = ReadByte();
            int left = bits - shift;
            if (left < 7)
            {
                // The last byte: the bits beyond the sign must repeat it, and no byte may follow.
                int extension = (sbyte)(next << 1) >> left;
                if (next >= 0x80 || extension is not (0 or -1))
                {
                    throw Error($"an integer does not fit in {bits} bits", start);
                }
            }

            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                int used = shift + 7;
                return used < 64 ? value << (64 - used) >> (64 - used) : value;
            }
        }
    }
}
