using System.IO.Compression;

namespace Skiff.Fidelity.Compression;

public static class Streams
{
    private static readonly byte[] s_text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"line {i % 17} of some compressible text {i * 7919 % 1000}\n")));

    [Program]
    public static void RoundTrips()
    {
        foreach (CompressionLevel level in Enum.GetValues<CompressionLevel>())
        {
            Check($"deflate {level}", s => new DeflateStream(s, level, true), s => new DeflateStream(s, CompressionMode.Decompress));
            Check($"gzip {level}", s => new GZipStream(s, level, true), s => new GZipStream(s, CompressionMode.Decompress));
            Check($"zlib {level}", s => new ZLibStream(s, level, true), s => new ZLibStream(s, CompressionMode.Decompress));
        }

        static void Check(string name, Func<Stream, Stream> compress, Func<Stream, Stream> decompress)
        {
            using MemoryStream packed = new();
            using (Stream stream = compress(packed))
            {
                stream.Write(s_text);
            }

            long length = packed.Length;
            packed.Position = 0;
            using MemoryStream plain = new();
            using (Stream stream = decompress(packed))
            {
                stream.CopyTo(plain);
            }

            WriteLine($"{name} {plain.ToArray().AsSpan().SequenceEqual(s_text)} {(length < s_text.Length / 2 ? "smaller" : length > s_text.Length ? "larger" : "middling")}");
        }
    }

    [Program]
    public static async Task FixedInputs()
    {
        byte[] gzip = Convert.FromHexString("1F8B08000000000000FFCB48CDC9C95728CF2FCA49E10200" + "2D3B08AF0C000000");
        using GZipStream stream = new(new MemoryStream(gzip), CompressionMode.Decompress);
        using StreamReader reader = new(stream);
        await Attempt.ShowAsync("gzip", async () => (await reader.ReadToEndAsync()).Trim());
        Attempt.Do("not gzip", () => new GZipStream(new MemoryStream([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), CompressionMode.Decompress).ReadByte());
        Attempt.Do("truncated", () =>
        {
            using MemoryStream target = new();
            new ZLibStream(new MemoryStream(Convert.FromHexString("789C4B")), CompressionMode.Decompress).CopyTo(target);
        });
        Attempt.Do("wrong direction", () => new GZipStream(new MemoryStream(), CompressionMode.Compress).ReadByte());
        using MemoryStream packed = new();
        await using (DeflateStream deflate = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int i = 0; i < 100; i++)
            {
                await deflate.WriteAsync(s_text.AsMemory(i * 50, 50));
            }

            await deflate.FlushAsync();
            WriteLine(packed.Length > 0);
        }

        packed.Position = 0;
        await using DeflateStream inflate = new(packed, CompressionMode.Decompress);
        int total = 0, read;
        byte[] buffer = new byte[77];
        while ((read = await inflate.ReadAsync(buffer)) > 0)
        {
            total += read;
        }

        WriteLine(total);
    }

    [Program]
    public static void Brotli() => Attempt.Show("brotli", () =>
    {
        using MemoryStream packed = new();
        using (BrotliStream stream = new(packed, CompressionLevel.Fastest, true))
        {
            stream.Write(s_text);
        }

        packed.Position = 0;
        using BrotliStream back = new(packed, CompressionMode.Decompress);
        using MemoryStream plain = new();
        back.CopyTo(plain);
        return plain.ToArray().AsSpan().SequenceEqual(s_text);
    });
}
