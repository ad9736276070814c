using FsCheck.Xunit;
using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Tests.Binary;

public class Leb128Tests
{
    [Property]
    public bool Unsigned_integers_of_64_bits_are_read_as_written(ulong value)
    {
        ByteReader reader = Written(writer => writer.WriteU64(value));
        return reader.ReadU64() == value && reader.AtEnd;
    }

    [Property]
    public bool Unsigned_integers_of_32_bits_are_read_as_written(uint value)
    {
        ByteReader reader = Written(writer => writer.WriteU32(value));
        return reader.ReadU32() == value && reader.AtEnd;
    }

    [Property]
    public bool Signed_integers_of_64_bits_are_read_as_written(long value)
    {
        ByteReader reader = Written(writer => writer.WriteS64(value));
        return reader.ReadS64() == value && reader.AtEnd;
    }

    [Property]
    public bool Signed_integers_of_32_bits_are_read_as_written(int value)
    {
        ByteReader reader = Written(writer => writer.WriteS64(value));
        return reader.ReadS32() == value && reader.AtEnd;
    }

    [Property]
    public bool Powers_of_two_and_their_neighbours_are_read_as_written(byte shift, sbyte difference)
    {
        long value = unchecked((1L << (shift & 63)) + difference);
        ByteReader signed = Written(writer => writer.WriteS64(value));
        ByteReader unsigned = Written(writer => writer.WriteU64((ulong)value));
        return signed.ReadS64() == value && unsigned.ReadU64() == (ulong)value;
    }

    [Theory]
    [InlineData(new byte[] { 0x80, 0x80, 0x80, 0x80, 0x00 }, 0u)]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x0F }, uint.MaxValue)]
    [InlineData(new byte[] { 0x83, 0x00 }, 3u)]
    public void Longer_encodings_than_needed_are_allowed(byte[] bytes, uint expected) =>
        Assert.Equal(expected, new ByteReader(bytes).ReadU32());

    [Theory]
    [InlineData(new byte[] { 0x80, 0x80, 0x80, 0x80, 0x80, 0x00 })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x1F })]
    [InlineData(new byte[] { 0x80, 0x80 })]
    [InlineData(new byte[] { })]
    public void Too_long_too_large_or_cut_off_unsigned_integers_are_refused(byte[] bytes) =>
        Assert.Throws<WasmFormatException>(() => new ByteReader(bytes).ReadU32());

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x7F }, -1)]
    [InlineData(new byte[] { 0x80, 0x80, 0x80, 0x80, 0x78 }, int.MinValue)]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x07 }, int.MaxValue)]
    public void The_limits_of_signed_integers_are_read(byte[] bytes, int expected) =>
        Assert.Equal(expected, new ByteReader(bytes).ReadS32());

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x0F })]
    [InlineData(new byte[] { 0x80, 0x80, 0x80, 0x80, 0x70 })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F })]
    public void Signed_integers_whose_last_byte_does_not_repeat_the_sign_are_refused(byte[] bytes) =>
        Assert.Throws<WasmFormatException>(() => new ByteReader(bytes).ReadS32());

    private static ByteReader Written(Action<ByteWriter> write)
    {
        ByteWriter writer = new();
        write(writer);
        return new ByteReader(writer.ToArray());
    }
}
