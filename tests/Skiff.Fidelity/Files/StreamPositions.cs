using Microsoft.Win32.SafeHandles;

namespace Skiff.Fidelity.Files;

public static class StreamPositions
{
    [Program]
    public static void SeekAndTruncate()
    {
        using FileStream stream = new("f", FileMode.Create, FileAccess.ReadWrite, FileShare.None, 16);
        stream.Write("0123456789abcdefghij"u8);
        WriteLine(stream.Seek(5, SeekOrigin.Begin));
        WriteLine((char)stream.ReadByte());
        WriteLine(stream.Seek(-3, SeekOrigin.End));
        WriteLine((char)stream.ReadByte());
        WriteLine(stream.Seek(-10, SeekOrigin.Current));
        stream.Write("XY"u8);
        WriteLine(stream.Seek(30, SeekOrigin.Begin));
        stream.WriteByte((byte)'!');
        WriteLine($"{stream.Length} {stream.Position}");
        stream.Position = 0;
        byte[] all = new byte[64];
        int read = stream.Read(all);
        WriteLine($"{read} {Convert.ToHexString(all, 0, read)}");
        stream.SetLength(4);
        WriteLine($"{stream.Length} {stream.Position}");
        stream.SetLength(8);
        stream.Position = 0;
        read = stream.Read(all);
        WriteLine($"{read} {Convert.ToHexString(all, 0, read)}");
        WriteLine(stream.Read(all));
        Attempt.Do("negative position", () => stream.Position = -1);
        Attempt.Show("before the beginning", () => stream.Seek(-100, SeekOrigin.Current));
        Attempt.Do("negative length", () => stream.SetLength(-1));
        stream.Flush(true);
    }

    [Program]
    public static void RandomAccessHandles()
    {
        using (SafeFileHandle handle = File.OpenHandle("h", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read))
        {
            RandomAccess.Write(handle, "hello"u8, 10);
            RandomAccess.Write(handle, [new ReadOnlyMemory<byte>([1, 2, 3]), new ReadOnlyMemory<byte>([4, 5])], 0);
            WriteLine(RandomAccess.GetLength(handle));
            byte[] part1 = new byte[4], part2 = new byte[8];
            WriteLine(RandomAccess.Read(handle, [part1.AsMemory(), part2.AsMemory()], 1));
            WriteLine($"{Convert.ToHexString(part1)} {Convert.ToHexString(part2)}");
            WriteLine(RandomAccess.Read(handle, part2, 12));
            WriteLine(RandomAccess.Read(handle, part2, 100));
            RandomAccess.SetLength(handle, 12);
            RandomAccess.FlushToDisk(handle);
            WriteLine($"{RandomAccess.GetLength(handle)} {handle.IsClosed} {handle.IsInvalid} {handle.IsAsync}");
            Attempt.Show("negative offset", () => RandomAccess.Read(handle, part1, -1));
        }

        SafeFileHandle closed = File.OpenHandle("h");
        closed.Dispose();
        Attempt.Show("closed handle", () => RandomAccess.GetLength(closed));
        WriteLine(Convert.ToHexString(File.ReadAllBytes("h")));
    }

    [Program]
    public static async Task AsynchronousAccess()
    {
        await using (FileStream stream = new("async", FileMode.Create, FileAccess.ReadWrite, FileShare.None, 4096, useAsync: true))
        {
            for (int i = 0; i < 100; i++)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"record {i:d3};"));
            }

            await stream.FlushAsync();
            stream.Position = 11 * 42;
            byte[] record = new byte[11];
            await stream.ReadExactlyAsync(record);
            WriteLine(Encoding.ASCII.GetString(record));
            stream.Position = 0;
            using MemoryStream copy = new();
            await stream.CopyToAsync(copy);
            WriteLine(copy.Length);
            await Attempt.DoAsync("past the end", async () => await stream.ReadExactlyAsync(record));
            using CancellationTokenSource source = new();
            await source.CancelAsync();
            await Attempt.ShowAsync("cancelled", async () => await stream.ReadAsync(record, source.Token));
        }

        using SafeFileHandle handle = File.OpenHandle("async", options: FileOptions.Asynchronous);
        byte[] bytes = new byte[6];
        WriteLine(await RandomAccess.ReadAsync(handle, bytes, 11));
        WriteLine(Encoding.ASCII.GetString(bytes));
        await File.WriteAllTextAsync("t", "one\ntwo\n\nfour");
        WriteLine(Attempt.Text(await File.ReadAllLinesAsync("t")));
        await foreach (string line in File.ReadLinesAsync("t"))
        {
            WriteLine($"<{line}>");
        }

        await File.AppendAllLinesAsync("t", ["five"]);
        WriteLine((await File.ReadAllBytesAsync("t")).Length);
        await Attempt.ShowAsync("missing", async () => (await File.ReadAllTextAsync("absent/x")).Length);
    }

    [Program]
    public static void BigFile()
    {
        const int Block = 1 << 20, Count = 48;
        byte[] block = new byte[Block];
        using (FileStream stream = new("big", FileMode.Create, FileAccess.Write, FileShare.None, 0))
        {
            for (int i = 0; i < Count; i++)
            {
                block.AsSpan().Fill((byte)i);
                stream.Write(block);
            }
        }

        WriteLine(new FileInfo("big").Length);
        long sum = 0;
        using (FileStream stream = File.OpenRead("big"))
        {
            int read;
            while ((read = stream.Read(block)) > 0)
            {
                for (int i = 0; i < read; i += 4096)
                {
                    sum += block[i];
                }
            }
        }

        WriteLine(sum);
        using (FileStream sparse = new("sparse", FileMode.Create, FileAccess.ReadWrite))
        {
            sparse.SetLength(5L << 30);
            sparse.Position = (5L << 30) - 3;
            sparse.Write("end"u8);
            WriteLine($"{sparse.Length} {sparse.Position}");
            sparse.Seek(-4, SeekOrigin.End);
            WriteLine($"{sparse.ReadByte()} {sparse.ReadByte()} {sparse.Position}");
        }

        WriteLine(new FileInfo("sparse").Length);
        File.Delete("big");
        File.Delete("sparse");
    }

    [Program]
    public static void ByteRangeLocks()
    {
        using FileStream stream = new("locked", FileMode.Create, FileAccess.ReadWrite);
        stream.Write(new byte[100]);
        stream.Flush();
        Attempt.Do("lock", () => stream.Lock(0, 10));
        Attempt.Do("unlock", () => stream.Unlock(0, 10));
        Attempt.Do("negative", () => stream.Lock(-1, 10));
    }
}
