using System.Buffers.Binary;
using System.Text;

namespace Skiff.Wasm.Binary;

/// <summary>Writes the primitive values of the binary format (specification: binary format, values).</summary>
internal sealed class ByteWriter(int capacity = 256)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void WriteByte(byte value)
    {
        if (Length == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        _bytes[Length++] = value;
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Extend(bytes.Length));

    public void WriteU32(uint value) => WriteU64(value);

    public void WriteU64(ulong value)
    {
        while (value >= 0x80)
        {
            WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte((byte)value);
    }

    public void WriteS64(long value)
    {
        while (value is < -64 or > 63)
        {
            WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte((byte)(value & 0x7F));
    }

    public void WriteFixed32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Extend(4), value);

    public void WriteFixed64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Extend(8), value);

    public void WriteName(string name)
    {
        int length = Encoding.UTF8.GetByteCount(name);
        WriteU32((uint)length);
        Encoding.UTF8.GetBytes(name, Extend(length));
    }

    /// <summary>Starts contents that are to be preceded by their length.</summary>
    public int Begin() => Length;

    /// <summary>Ends contents that <see cref="Begin"/> started: puts their length before them.</summary>
    public void End(int start)
    {
        int length = Length - start;
        WriteU32((uint)length);
        int prefix = Length - start - length;
        Span<byte> copy = stackalloc byte[5];
        _bytes.AsSpan(start + length, prefix).CopyTo(copy);
        _bytes.AsSpan(start, length).CopyTo(_bytes.AsSpan(start + prefix));
        copy[..prefix].CopyTo(_bytes.AsSpan(start));
    }

    /// <summary>Forgets all that was written.</summary>
    public void Clear() => Length = 0;

    public byte[] ToArray() => Written.ToArray();

    private Span<byte> Extend(int count)
    {
        int start = Length;
        int needed = checked(start + count);
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(needed, (int)Math.Min(2L * _bytes.Length, Array.MaxLength)));
        }

        Length = needed;
        return _bytes.AsSpan(start, count);
    }
}
