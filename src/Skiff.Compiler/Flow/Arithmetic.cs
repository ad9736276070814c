using System.Numerics;
using Skiff.Wasm;

namespace Skiff.Compiler.Flow;

/// <summary>
/// What numeric instructions compute (specification: execution, numerics), on values as <see cref="Literal"/> holds
/// them. Constant folding and the evaluation of static constructors both stand on it.
/// </summary>
internal static class Arithmetic
{
    /// <summary>The result of <paramref name="opcode"/>; <see langword="null"/> when it traps or is not an instruction on numbers.</summary>
    /// <param name="opcode">An instruction.</param>
    /// <param name="a">First operand.</param>
    /// <param name="b">Second operand, if it has one.</param>
    public static long? Compute(Opcode opcode, long a, long b = 0)
    {
        int x = (int)a;
        int y = (int)b;
        uint ux = (uint)x;
        uint uy = (uint)y;
        ulong ua = (ulong)a;
        ulong ub = (ulong)b;
        float f = BitConverter.Int32BitsToSingle(x);
        float g = BitConverter.Int32BitsToSingle(y);
        double d = BitConverter.Int64BitsToDouble(a);
        double e = BitConverter.Int64BitsToDouble(b);
        switch (opcode)
        {
            case Opcode.I32Eqz: return Bool(x == 0);
            case Opcode.I32Eq: return Bool(x == y);
            case Opcode.I32Ne: return Bool(x != y);
            case Opcode.I32LtS: return Bool(x < y);
            case Opcode.I32LtU: return Bool(ux < uy);
            case Opcode.I32GtS: return Bool(x > y);
            case Opcode.I32GtU: return Bool(ux > uy);
            case Opcode.I32LeS: return Bool(x <= y);
            case Opcode.I32LeU: return Bool(ux <= uy);
            case Opcode.I32GeS: return Bool(x >= y);
            case Opcode.I32GeU: return Bool(ux >= uy);
            case Opcode.I64Eqz: return Bool(a == 0);
            case Opcode.I64Eq: return Bool(a == b);
            case Opcode.I64Ne: return Bool(a != b);
            case Opcode.I64LtS: return Bool(a < b);
            case Opcode.I64LtU: return Bool(ua < ub);
            case Opcode.I64GtS: return Bool(a > b);
            case Opcode.I64GtU: return Bool(ua > ub);
            case Opcode.I64LeS: return Bool(a <= b);
            case Opcode.I64LeU: return Bool(ua <= ub);
            case Opcode.I64GeS: return Bool(a >= b);
            case Opcode.I64GeU: return Bool(ua >= ub);
            case Opcode.F32Eq: return Bool(f == g);
            case Opcode.F32Ne: return Bool(f != g);
            case Opcode.F32Lt: return Bool(f < g);
            case Opcode.F32Gt: return Bool(f > g);
            case Opcode.F32Le: return Bool(f <= g);
            case Opcode.F32Ge: return Bool(f >= g);
            case Opcode.F64Eq: return Bool(d == e);
            case Opcode.F64Ne: return Bool(d != e);
            case Opcode.F64Lt: return Bool(d < e);
            case Opcode.F64Gt: return Bool(d > e);
            case Opcode.F64Le: return Bool(d <= e);
            case Opcode.F64Ge: return Bool(d >= e);

            case Opcode.I32Clz: return BitOperations.LeadingZeroCount(ux);
            case Opcode.I32Ctz: return BitOperations.TrailingZeroCount(ux);
            case Opcode.I32Popcnt: return BitOperations.PopCount(ux);
            case Opcode.I32Add: return x + y;
            case Opcode.I32Sub: return x - y;
            case Opcode.I32Mul: return x * y;
            case Opcode.I32DivS: return y == 0 || (x == int.MinValue && y == -1) ? null : x / y;
            case Opcode.I32DivU: return y == 0 ? null : (int)(ux / uy);
            case Opcode.I32RemS: return y == 0 ? null : y == -1 ? 0 : x % y;
            case Opcode.I32RemU: return y == 0 ? null : (int)(ux % uy);
            case Opcode.I32And: return x & y;
            case Opcode.I32Or: return x | y;
            case Opcode.I32Xor: return x ^ y;
            case Opcode.I32Shl: return x << y;
            case Opcode.I32ShrS: return x >> y;
            case Opcode.I32ShrU: return (int)(ux >> y);
            case Opcode.I32Rotl: return (int)BitOperations.RotateLeft(ux, y);
            case Opcode.I32Rotr: return (int)BitOperations.RotateRight(ux, y);
            case Opcode.I64Clz: return BitOperations.LeadingZeroCount(ua);
            case Opcode.I64Ctz: return BitOperations.TrailingZeroCount(ua);
            case Opcode.I64Popcnt: return BitOperations.PopCount(ua);
            case Opcode.I64Add: return a + b;
            case Opcode.I64Sub: return a - b;
            case Opcode.I64Mul: return a * b;
            case Opcode.I64DivS: return b == 0 || (a == long.MinValue && b == -1) ? null : a / b;
            case Opcode.I64DivU: return b == 0 ? null : (long)(ua / ub);
            case Opcode.I64RemS: return b == 0 ? null : b == -1 ? 0 : a % b;
            case Opcode.I64RemU: return b == 0 ? null : (long)(ua % ub);
            case Opcode.I64And: return a & b;
            case Opcode.I64Or: return a | b;
            case Opcode.I64Xor: return a ^ b;
            case Opcode.I64Shl: return a << (int)b;
            case Opcode.I64ShrS: return a >> (int)b;
            case Opcode.I64ShrU: return (long)(ua >> (int)b);
            case Opcode.I64Rotl: return (long)BitOperations.RotateLeft(ua, (int)b);
            case Opcode.I64Rotr: return (long)BitOperations.RotateRight(ua, (int)b);

            case Opcode.F32Abs: return x & 0x7FFFFFFF;
            case Opcode.F32Neg: return x ^ int.MinValue;
            case Opcode.F32Ceil: return Bits(MathF.Ceiling(f));
            case Opcode.F32Floor: return Bits(MathF.Floor(f));
            case Opcode.F32Trunc: return Bits(MathF.Truncate(f));
            case Opcode.F32Nearest: return Bits(MathF.Round(f, MidpointRounding.ToEven));
            case Opcode.F32Sqrt: return Bits(MathF.Sqrt(f));
            case Opcode.F32Add: return Bits(f + g);
            case Opcode.F32Sub: return Bits(f - g);
            case Opcode.F32Mul: return Bits(f * g);
            case Opcode.F32Div: return Bits(f / g);
            case Opcode.F32Min: return Bits(MathF.Min(f, g));
            case Opcode.F32Max: return Bits(MathF.Max(f, g));
            case Opcode.F32Copysign: return Bits(MathF.CopySign(f, g));
            case Opcode.F64Abs: return a & long.MaxValue;
            case Opcode.F64Neg: return a ^ long.MinValue;
            case Opcode.F64Ceil: return Bits(Math.Ceiling(d));
            case Opcode.F64Floor: return Bits(Math.Floor(d));
            case Opcode.F64Trunc: return Bits(Math.Truncate(d));
            case Opcode.F64Nearest: return Bits(Math.Round(d, MidpointRounding.ToEven));
            case Opcode.F64Sqrt: return Bits(Math.Sqrt(d));
            case Opcode.F64Add: return Bits(d + e);
            case Opcode.F64Sub: return Bits(d - e);
            case Opcode.F64Mul: return Bits(d * e);
            case Opcode.F64Div: return Bits(d / e);
            case Opcode.F64Min: return Bits(Math.Min(d, e));
            case Opcode.F64Max: return Bits(Math.Max(d, e));
            case Opcode.F64Copysign: return Bits(Math.CopySign(d, e));

            case Opcode.I32WrapI64: return x;
            case Opcode.I64ExtendI32S: return x;
            case Opcode.I64ExtendI32U: return ux;
            case Opcode.I32Extend8S: return (sbyte)x;
            case Opcode.I32Extend16S: return (short)x;
            case Opcode.I64Extend8S: return (sbyte)a;
            case Opcode.I64Extend16S: return (short)a;
            case Opcode.I64Extend32S: return x;
            case Opcode.I32TruncF32S: return Truncate(f, -2147483648.0, 2147483648.0) is { } t1 ? (int)t1 : null;
            case Opcode.I32TruncF32U: return Truncate(f, 0, 4294967296.0) is { } t2 ? (int)(uint)t2 : null;
            case Opcode.I32TruncF64S: return Truncate(d, -2147483648.0, 2147483648.0) is { } t3 ? (int)t3 : null;
            case Opcode.I32TruncF64U: return Truncate(d, 0, 4294967296.0) is { } t4 ? (int)(uint)t4 : null;
            case Opcode.I64TruncF32S: return Truncate(f, -9223372036854775808.0, 9223372036854775808.0) is { } t5 ? (long)t5 : null;
            case Opcode.I64TruncF32U: return Truncate(f, 0, 18446744073709551616.0) is { } t6 ? (long)(ulong)t6 : null;
            case Opcode.I64TruncF64S: return Truncate(d, -9223372036854775808.0, 9223372036854775808.0) is { } t7 ? (long)t7 : null;
            case Opcode.I64TruncF64U: return Truncate(d, 0, 18446744073709551616.0) is { } t8 ? (long)(ulong)t8 : null;
            case Opcode.I32TruncSatF32S: return (int)f;
            case Opcode.I32TruncSatF32U: return (int)(uint)f;
            case Opcode.I32TruncSatF64S: return (int)d;
            case Opcode.I32TruncSatF64U: return (int)(uint)d;
            case Opcode.I64TruncSatF32S: return (long)f;
            case Opcode.I64TruncSatF32U: return (long)(ulong)f;
            case Opcode.I64TruncSatF64S: return (long)d;
            case Opcode.I64TruncSatF64U: return (long)(ulong)d;
            case Opcode.F32ConvertI32S: return Bits((float)x);
            case Opcode.F32ConvertI32U: return Bits((float)ux);
            case Opcode.F32ConvertI64S: return Bits((float)a);
            case Opcode.F32ConvertI64U: return Bits((float)ua);
            case Opcode.F32DemoteF64: return Bits((float)d);
            case Opcode.F64ConvertI32S: return Bits((double)x);
            case Opcode.F64ConvertI32U: return Bits((double)ux);
            case Opcode.F64ConvertI64S: return Bits((double)a);
            case Opcode.F64ConvertI64U: return Bits((double)ua);
            case Opcode.F64PromoteF32: return Bits((double)f);
            case Opcode.I32ReinterpretF32 or Opcode.F32ReinterpretI32: return x;
            case Opcode.I64ReinterpretF64 or Opcode.F64ReinterpretI64: return a;
            default: return null;
        }
    }

    private static double? Truncate(double value, double lowest, double beyond)
    {
        double truncated = Math.Truncate(value);
        return truncated >= lowest && truncated < beyond ? truncated : null;
    }

    private static long Bool(bool value) => value ? 1 : 0;

    private static long Bits(float value) => BitConverter.SingleToInt32Bits(value);

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
