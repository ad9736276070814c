namespace Skiff.Components.RoundTrip;

/// <summary>Passes everything on to the import of the same shape.</summary>
internal sealed class ListsPassing : ILists
{
    public static bool[] EchoBools(ReadOnlySpan<bool> v) => Lists.EchoBools(v);

    public static sbyte[] EchoS8s(ReadOnlySpan<sbyte> v) => Lists.EchoS8s(v);

    public static byte[] EchoU8s(ReadOnlySpan<byte> v) => Lists.EchoU8s(v);

    public static short[] EchoS16s(ReadOnlySpan<short> v) => Lists.EchoS16s(v);

    public static ushort[] EchoU16s(ReadOnlySpan<ushort> v) => Lists.EchoU16s(v);

    public static int[] EchoS32s(ReadOnlySpan<int> v) => Lists.EchoS32s(v);

    public static uint[] EchoU32s(ReadOnlySpan<uint> v) => Lists.EchoU32s(v);

    public static long[] EchoS64s(ReadOnlySpan<long> v) => Lists.EchoS64s(v);

    public static ulong[] EchoU64s(ReadOnlySpan<ulong> v) => Lists.EchoU64s(v);

    public static float[] EchoF32s(ReadOnlySpan<float> v) => Lists.EchoF32s(v);

    public static double[] EchoF64s(ReadOnlySpan<double> v) => Lists.EchoF64s(v);

    public static byte[][] EchoLists(byte[][] v) => Lists.EchoLists(v);

    public static string[][][] EchoDeep(string[][][] v) => Lists.EchoDeep(v);

    public static Records.Padded[] EchoPadded(ReadOnlySpan<Records.Padded> v) => Lists.EchoPadded(v);

    public static Records.Person[] EchoPeople(Records.Person[] v) => Lists.EchoPeople(v);

    public static Variants.Shape[] EchoShapes(Variants.Shape[] v) => Lists.EchoShapes(v);

    public static Enums.E3[] EchoEnums(ReadOnlySpan<Enums.E3> v) => Lists.EchoEnums(v);

    public static Bits.Set9[] EchoFlags(ReadOnlySpan<Bits.Set9> v) => Lists.EchoFlags(v);

    public static (byte, ulong, string)[] EchoTuples((byte, ulong, string)[] v) => Lists.EchoTuples(v);

    public static string?[] EchoOptions(string?[] v) => Lists.EchoOptions(v);

    public static Option<ushort?>[] EchoNestedOptions(Option<ushort?>[] v) => Lists.EchoNestedOptions(v);

    public static Result<string, uint>[] EchoResults(Result<string, uint>[] v) => Lists.EchoResults(v);

    public static byte[]? EchoOptional(byte[]? v) => Lists.EchoOptional(v);

    public static (byte[], double[], string[]) EchoSeveral(ReadOnlySpan<byte> a, ReadOnlySpan<double> b, string[] c) =>
        Lists.EchoSeveral(a, b, c);
}
