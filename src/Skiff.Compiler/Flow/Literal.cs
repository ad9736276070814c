using Skiff.Wasm;

namespace Skiff.Compiler.Flow;

/// <summary>A constant: the bits of an integer (sign-extended for <c>i32</c>) or of a floating-point number.</summary>
internal sealed class Literal(ValType type, long bits) : Expression(type, Effects.None)
{
    /// <summary>The value; of an <c>f32</c> the low 32 bits.</summary>
    public long Bits { get; } = bits;

    /// <summary>An <c>i32</c> constant.</summary>
    public static Literal I32(int value) => new(ValType.I32, value);

    /// <summary>An <c>i64</c> constant.</summary>
    public static Literal I64(long value) => new(ValType.I64, value);

    /// <summary>An <c>f32</c> constant.</summary>
    public static Literal F32(float value) => new(ValType.F32, BitConverter.SingleToInt32Bits(value));

    /// <summary>An <c>f64</c> constant.</summary>
    public static Literal F64(double value) => new(ValType.F64, BitConverter.DoubleToInt64Bits(value));

    /// <summary>The zero of <paramref name="type"/>.</summary>
    public static Literal Zero(ValType type) => new(type, 0);
}
