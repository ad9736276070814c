using System.IO.Compression;
using System.Text;
using FsCheck.Xunit;

namespace Skiff.Personality.Tests.Compression;

public sealed unsafe class DeflateTests : PersonalityTest
{
    [Property(MaxTest = 200)]
    public void What_was_compressed_comes_back(byte[] part, byte times, byte level) =>
        Check([.. Enumerable.Repeat(part, times + 1).SelectMany(p => p)], (CompressionLevel)(level % 4));

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.SmallestSize)]
    [InlineData(CompressionLevel.NoCompression)]
    public void All_kinds_of_blocks_are_read(CompressionLevel level)
    {
        System.Random random = new(1);
        byte[] noise = new byte[200_000];
        random.NextBytes(noise);
        StringBuilder text = new();
        for (int i = 0; i < 20_000; i++)
        {
            text.Append(i * i).Append(' ');
        }

        Check([], level);
        Check([1], level);
        Check(noise, level);
        Check(Encoding.UTF8.GetBytes(text.ToString()), level);
        Check([.. noise[..70_000], .. new byte[100_000], .. noise[..70_000]], level);
        Check([.. noise.Select(b => (byte)(b & (b >> 3) & 15))], level);
    }

    private static void Check(byte[] bytes, CompressionLevel level)
    {
        using MemoryStream compressed = new();
        using (DeflateStream deflate = new(compressed, level, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        byte[] source = compressed.Length == 0 ? [3, 0] : compressed.ToArray();
        byte[] target = new byte[bytes.Length + 1];
        fixed (byte* from = source, to = target)
        {
            Assert.Equal(bytes.Length, Deflate.Decompress(from, to) - to);
        }

        Assert.Equal(bytes, target[..^1]);
    }
}
