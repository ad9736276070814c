using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Skiff.Compiler.Programs.Accepted;

public static unsafe class Spans
{
    public static int Fill(int n)
    {
        Span<byte> bytes = stackalloc byte[32];
        bytes.Fill((byte)n);
        bytes[3] = 7;
        bytes.Slice(8, 4).Clear();
        return Hash(bytes) + bytes.Length;
    }

    public static int FillInts(int n)
    {
        Span<int> values = stackalloc int[9];
        values.Fill(n);
        values[1..3].Clear();
        return Hash(MemoryMarshal.AsBytes(values));
    }

    public static int Copy(int n)
    {
        Span<byte> a = stackalloc byte[16];
        Span<byte> b = stackalloc byte[20];
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = (byte)(n + i);
        }

        a.CopyTo(b[4..]);
        b.Slice(2, 10).CopyTo(b);
        bool fits = a.TryCopyTo(b[..3]);
        return Hash(b) + (fits ? 1 : 0);
    }

    public static int Foreach(int n)
    {
        Span<int> values = stackalloc int[5] { 1, 2, n, 4, 5 };
        int sum = 0;
        foreach (ref int value in values)
        {
            value *= 2;
            sum += value;
        }

        foreach (int value in (ReadOnlySpan<int>)values)
        {
            sum = (sum * 3) + value;
        }

        return sum;
    }

    public static int FromPointer(long n)
    {
        var span = new Span<byte>(&n, sizeof(long));
        span[0] ^= 0xFF;
        span.Reverse();
        return Hash(span);
    }

    public static int Search(int n)
    {
        ReadOnlySpan<byte> text = "the quick brown fox jumps over the lazy dog"u8;
        byte letter = (byte)('a' + (n & 31));
        return text.IndexOf(letter) + (text.LastIndexOf(letter) * 100) + (text.Contains(letter) ? 1 : 0) + (text.IndexOf("fox"u8) * 10000);
    }

    public static int SearchAny(int n)
    {
        ReadOnlySpan<byte> text = "path/to\\file.txt"u8;
        return text.IndexOfAny((byte)'/', (byte)'\\') + text[(n & 7)..].IndexOfAny((byte)'/', (byte)'.', (byte)'x');
    }

    public static bool Prefixes(int n)
    {
        ReadOnlySpan<byte> text = "--dir=value"u8;
        return (n & 1) == 0 ? text.StartsWith("--dir="u8) : text.EndsWith("valu"u8);
    }

    public static int Compare(int n)
    {
        ReadOnlySpan<byte> a = "abcdef"u8[(n & 1)..];
        ReadOnlySpan<byte> b = "abcdxf"u8[(n >> 1 & 1)..];
        int order = a.SequenceCompareTo(b);
        return (order < 0 ? -1 : order > 0 ? 1 : 0) + (a.SequenceEqual(b) ? 10 : 0);
    }

    public static byte OutOfRange(int n)
    {
        Span<byte> bytes = stackalloc byte[4];
        return bytes[n];
    }

    public static int SliceOutOfRange(int start, int length)
    {
        Span<byte> bytes = stackalloc byte[10];
        return bytes.Slice(start, length).Length;
    }

    public static int Properties(int n)
    {
        Span<byte> bytes = stackalloc byte[n & 7];
        ReadOnlySpan<byte> view = bytes;
        return (bytes.IsEmpty ? 1 : 0) + (view.Length * 2) + (view == bytes ? 100 : 0) + (default(Span<byte>).IsEmpty ? 1000 : 0);
    }

    public static int MarshalAccess(int n)
    {
        Span<int> values = stackalloc int[4] { n, 2, 3, 4 };
        ref int first = ref MemoryMarshal.GetReference(values);
        Unsafe.Add(ref first, 2) += 10;
        Span<byte> bytes = MemoryMarshal.Cast<int, byte>(values);
        ReadOnlySpan<long> longs = MemoryMarshal.Cast<int, long>(values);
        int read = MemoryMarshal.Read<int>(bytes[5..]);
        MemoryMarshal.Write(bytes[1..], n);
        Span<int> again = MemoryMarshal.CreateSpan(ref first, 4);
        return Hash(bytes) + (int)longs[1] + read + again[0] + bytes.Length + longs.Length;
    }

    public static int OfStructs(int n)
    {
        Span<Structs.Pair> pairs = stackalloc Structs.Pair[4];
        pairs[1] = new Structs.Pair(n, 2);
        pairs[2].Scale(4);
        pairs[3] = pairs[1];
        int sum = 0;
        foreach (Structs.Pair pair in pairs)
        {
            sum = (sum * 3) + pair.Sum;
        }

        return sum;
    }

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        int hash = 17;
        for (int i = 0; i < bytes.Length; i++)
        {
            hash = (hash * 31) + bytes[i];
        }

        return hash;
    }
}
