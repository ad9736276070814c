namespace Skiff.Fidelity.Streams;

public static class MemoryStreams
{
    [Program]
    public static void Growing()
    {
        using MemoryStream stream = new();
        for (int i = 0; i < 1000; i++)
        {
            stream.WriteByte((byte)i);
        }

        WriteLine($"{stream.Length} {stream.Capacity} {stream.Position}");
        stream.SetLength(500);
        WriteLine($"{stream.Length} {stream.Position}");
        stream.Position = 600;
        stream.WriteByte(1);
        WriteLine($"{stream.Length} {stream.ToArray()[599]} {stream.TryGetBuffer(out ArraySegment<byte> buffer)} {buffer.Count}");
        stream.Capacity = 601;
        Attempt.Do("capacity below length", () => stream.Capacity = 10);
        using MemoryStream fixedSize = new(new byte[4], 1, 2, true);
        fixedSize.Write([7, 8]);
        Attempt.Do("beyond a fixed buffer", () => fixedSize.WriteByte(9));
        Attempt.Do("hidden buffer", () => fixedSize.GetBuffer());
        WriteLine(Convert.ToHexString(fixedSize.ToArray()));
        using MemoryStream readOnly = new([1, 2, 3], writable: false);
        Attempt.Do("write to a read-only one", () => readOnly.WriteByte(1));
        readOnly.Seek(1, SeekOrigin.Begin);
        using MemoryStream target = new();
        readOnly.CopyTo(target);
        WriteLine(Convert.ToHexString(target.ToArray()));
    }

    [Program]
    public static void Buffered()
    {
        Recording inner = new();
        using (BufferedStream buffered = new(inner, 16))
        {
            for (int i = 0; i < 5; i++)
            {
                buffered.Write(new byte[6]);
            }

            buffered.WriteByte(1);
            buffered.Flush();
            buffered.Position = 2;
            WriteLine(buffered.ReadByte());
            WriteLine(buffered.Read(new byte[40]));
        }

        WriteLine(string.Join(", ", inner.Calls));
    }

    private sealed class Recording : MemoryStream
    {
        public List<string> Calls { get; } = [];

        public override void Write(byte[] buffer, int offset, int count)
        {
            Calls.Add($"write {count}");
            base.Write(buffer, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Calls.Add($"write span {buffer.Length}");
            base.Write(buffer);
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Calls.Add($"read {count}");
            return base.Read(buffer, offset, count);
        }

        public override int Read(Span<byte> buffer)
        {
            Calls.Add($"read span {buffer.Length}");
            return base.Read(buffer);
        }

        public override long Seek(long offset, SeekOrigin loc)
        {
            Calls.Add($"seek {offset} {loc}");
            return base.Seek(offset, loc);
        }

        public override void Flush()
        {
            Calls.Add("flush");
            base.Flush();
        }

        protected override void Dispose(bool disposing)
        {
            Calls.Add($"dispose {disposing}");
            base.Dispose(disposing);
        }
    }

    [Program]
    public static async Task StreamBaseClass()
    {
        Trickle stream = new("abcdefghijklmnopqrstuvwxyz");
        byte[] buffer = new byte[10];
        WriteLine(stream.Read(buffer));
        WriteLine(stream.ReadAtLeast(buffer, 5));
        stream.ReadExactly(buffer, 0, 4);
        WriteLine(Encoding.ASCII.GetString(buffer, 0, 4));
        WriteLine(await stream.ReadAsync(buffer.AsMemory()));
        WriteLine(await stream.ReadAtLeastAsync(buffer, 8, throwOnEndOfStream: false));
        Attempt.Do("past the end", () => stream.ReadExactly(buffer));
        Attempt.Do("write", () => stream.WriteByte(0));
        Attempt.Show("timeout", () => stream.ReadTimeout);
        WriteLine($"{stream.CanTimeout} {Stream.Null.Read(buffer)} {Stream.Null.Length}");
        using MemoryStream copy = new();
        await new Trickle("copied asynchronously").CopyToAsync(copy);
        WriteLine(Encoding.ASCII.GetString(copy.ToArray()));
        IAsyncResult pending = new Trickle("old style").BeginRead(buffer, 0, 10, null, "state");
        Trickle old = new("xyz");
        WriteLine($"{pending.AsyncState} {old.EndRead(old.BeginRead(buffer, 0, 2, null, null))}");
        Stream synchronized = Stream.Synchronized(new MemoryStream());
        synchronized.Write([1, 2, 3]);
        WriteLine(synchronized.Length);
    }

    private sealed class Trickle(string text) : Stream
    {
        private int _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int n = Math.Min(Math.Min(count, 3), text.Length - _position);
            for (int i = 0; i < n; i++)
            {
                buffer[offset + i] = (byte)text[_position++];
            }

            return n;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("no writing here");
    }

    [Program]
    public static unsafe void Unmanaged()
    {
        byte[] bytes = [1, 2, 3, 4, 5, 6, 7, 8];
        fixed (byte* start = bytes)
        {
            using UnmanagedMemoryStream stream = new(start, 4, 8, FileAccess.ReadWrite);
            WriteLine(stream.ReadByte());
            stream.Position = 4;
            stream.Write([10, 11]);
            WriteLine($"{stream.Length} {stream.Capacity}");
            Attempt.Do("beyond capacity", () =>
            {
                stream.Position = 8;
                stream.WriteByte(1);
            });
        }

        WriteLine(Convert.ToHexString(bytes));
    }
}
