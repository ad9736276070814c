namespace Skiff.Compiler.Tests;

/// <summary>Values of the primitive types: which ones are worth trying, and how they travel.</summary>
internal static class Values
{
    private static readonly long[] s_integers =
    [
        0, 1, -1, 2, -2, 3, 5, 7, 10, 31, 32, 33, 63, 64, 65, 100, 127, 128, -128, -129, 200, 255, 256, 1000, 32767, 32768, -32768, 65535, 65536,
        int.MaxValue, int.MinValue, int.MaxValue - 1, int.MinValue + 1, uint.MaxValue, 1L << 32, (1L << 32) + 1, -(1L << 33), 0x1234_5678_9ABC_DEF0,
        long.MaxValue, long.MinValue, long.MinValue + 1, (1L << 53) + 1, 0x5555_5555_5555_5555,
    ];

    private static readonly double[] s_floats =
    [
        0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 0.1, 3, 7.75, 100.25, 127.5, 128, 255.9, 256, -128.9, -129, 32767.5, 65536, 1e9, 2147483647, 2147483648, -2147483648, -2147483649,
        4294967295, 4294967296, 9.2233720368547758e18, 1.8446744073709552e19, -9.2233720368547758e18, 1e19, 1e20, 1e-10, 1e300, -1e300, double.Epsilon, 2.2250738585072014e-308,
        double.MaxValue, double.MinValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity, float.MaxValue, float.Epsilon, 16777217, 9007199254740993,
    ];

    public static bool IsPrimitive(Type type) => type == typeof(nint) || (type.IsPrimitive && type != typeof(nuint));

    /// <summary>The edges of a type.</summary>
    public static object[] Edges(Type type) => type == typeof(bool)
        ? [false, true]
        : type == typeof(float) || type == typeof(double)
        ? [.. s_floats.Select(v => type == typeof(float) ? (object)(float)v : v).Distinct()]
        : [.. s_integers.Select(v => FromInt64(type, v)).Distinct()];

    /// <summary>The value of a type that some bits stand for.</summary>
    public static object FromBits(Type type, long bits) => type == typeof(float)
        ? BitConverter.Int32BitsToSingle((int)bits)
        : type == typeof(double) ? BitConverter.Int64BitsToDouble(bits) : FromInt64(type, bits);

    public static object ToWasm(object value) => value switch
    {
        bool v => v ? 1 : 0,
        sbyte v => (int)v,
        byte v => (int)v,
        short v => (int)v,
        ushort v => (int)v,
        char v => (int)v,
        uint v => (int)v,
        nint v => (int)v,
        ulong v => (long)v,
        _ => value,
    };

    /// <summary>A wasm result as its declared type, which it must fit.</summary>
    public static object FromWasm(Type type, object value)
    {
        if (value is not int bits || type == typeof(int))
        {
            return type == typeof(ulong) ? (ulong)(long)value : value;
        }

        object narrow = FromInt64(type, bits);
        Assert.Equal(bits, ToWasm(narrow));
        return narrow;
    }

    /// <summary>A value that equals another exactly when they are the same: floats by their bits, all NaN alike.</summary>
    public static object? Canonical(object? value) => value switch
    {
        float.NaN or double.NaN => "NaN",
        float v => BitConverter.SingleToInt32Bits(v),
        double v => BitConverter.DoubleToInt64Bits(v),
        nint v => (int)v,
        _ => value,
    };

    private static object FromInt64(Type type, long value) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => (value & 1) != 0,
        TypeCode.SByte => (sbyte)value,
        TypeCode.Byte => (byte)value,
        TypeCode.Int16 => (short)value,
        TypeCode.UInt16 => (ushort)value,
        TypeCode.Char => (char)value,
        TypeCode.Int32 => (int)value,
        TypeCode.UInt32 => (uint)value,
        TypeCode.Int64 => value,
        TypeCode.UInt64 => (ulong)value,
        _ => (nint)(int)value,
    };
}
