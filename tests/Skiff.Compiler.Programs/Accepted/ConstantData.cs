namespace Skiff.Compiler.Programs.Accepted;

public static unsafe class ConstantData
{
    private static ReadOnlySpan<byte> Bytes => [1, 2, 3, 250, 255];

    private static ReadOnlySpan<int> Ints => [10, -20, 30, int.MinValue];

    private static ReadOnlySpan<ushort> Shorts => [1, 2, 65535];

    private static ReadOnlySpan<long> Longs => [long.MaxValue, -1, 5];

    private static ReadOnlySpan<double> Doubles => [1.5, -2.5, double.MaxValue];

    public static int Utf8(int n)
    {
        ReadOnlySpan<byte> text = "Hello, wörld!"u8;
        return text[n % text.Length & 7] + text.Length;
    }

    public static int Utf8Pointer()
    {
        fixed (byte* text = "abc"u8)
        {
            return text[0] + (text[2] * 3) + text[3];
        }
    }

    public static int Table(int n) => Bytes[n & 3] + Ints[n & 3] + Shorts[n % 3 & 1] + (int)Longs[n & 1] + (int)Doubles[n & 1];

    public static int Lengths() => Bytes.Length + (Ints.Length * 10) + (Shorts.Length * 100) + (Longs.Length * 1000) + (Doubles.Length * 10000);

    public static bool SameText(int n)
    {
        ReadOnlySpan<byte> a = n > 0 ? "first"u8 : "second"u8;
        return a.SequenceEqual("first"u8);
    }

    public static byte OutOfRange(int n) => Bytes[n];

    public static int Empty() => ""u8.Length + ReadOnlySpan<byte>.Empty.Length;
}
