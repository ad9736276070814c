using System.Numerics;

namespace Skiff.Fidelity.Numbers;

public static class Integers
{
    [Program]
    public static void Arithmetic()
    {
        int max = int.MaxValue, min = int.MinValue, zero = 0, minusOne = -1;
        WriteLine($"{unchecked(max + 1)} {unchecked(min - 1)} {unchecked(max * max)} {-7 / 2} {-7 % 2} {7 % -2} {min >> 31} {min >>> 31} {1 << 33} {unchecked((byte)300)} {unchecked((sbyte)200)} {unchecked((short)70000)} {unchecked((uint)-1)} {unchecked((ulong)-1L)}");
        Attempt.Show("divide", () => max / zero);
        Attempt.Show("remainder", () => max % zero);
        Attempt.Show("min / -1", () => min / minusOne);
        Attempt.Show("min % -1", () => min % minusOne);
        Attempt.Show("checked add", () => checked(max + 1));
        Attempt.Show("checked multiply", () => checked(max * 2));
        Attempt.Show("checked cast", () => checked((byte)max));
        Attempt.Show("checked negate", () => checked(-min));
        Attempt.Show("long checked", () => checked(long.MaxValue + (long)max));
        Attempt.Show("unsigned", () => checked((uint)minusOne));
        Attempt.Show("double to int", () => checked((int)(max * 2.0)));
        Attempt.Show("long min / -1", () => long.MinValue / (long)minusOne);
        WriteLine($"{Math.DivRem(-17, 5)} {Math.BigMul(max, max)} {Math.BigMul(ulong.MaxValue, ulong.MaxValue, out ulong low)} {low} {Math.Clamp(15, 0, 10)} {Math.Abs(-5)} {Math.Sign(-3)}");
        Attempt.Show("abs of min", () => Math.Abs(min));
        nint native = 5;
        nuint unsigned = unchecked((nuint)(-1) & 0xffff);
        WriteLine($"{native * 3} {unsigned} {nint.CreateTruncating(7L)}");
        WriteLine($"{'a' + 1} {(char)('a' + 1)} {(DayOfWeek)3} {(int)DayOfWeek.Friday} {~5} {5 ^ 3} {5 & 6 | 8} {!true ^ true}");
    }

    [Program]
    public static void FromFloatingPoint()
    {
        foreach (double d in new[] { 0.0, -0.9, 1.5, -1.5, 100.99, 2147483646.5, -2147483648.0 })
        {
            WriteLine($"{d} {(int)d} {(long)d} {checked((int)d)} {int.CreateTruncating(d)} {(float)d} {(Half)d} {Math.Round(d)}");
        }
    }

    [Program]
    public static void FromFloatingPointOutOfRange()
    {
        foreach (double d in new[] { 300.5, -1, -300.0, 70000, 3e9, 1e10, -1e10, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e20 })
        {
            WriteLine($"{d}: {unchecked((int)d)} {unchecked((uint)d)} {unchecked((long)d)} {unchecked((ulong)d)} {int.CreateSaturating(d)}");
            float f = (float)d;
            WriteLine($"{unchecked((sbyte)d)} {unchecked((byte)d)} {unchecked((short)d)} {unchecked((ushort)d)} {unchecked((sbyte)f)} {unchecked((byte)f)} {unchecked((short)f)} {unchecked((ushort)f)} {unchecked((int)f)} {unchecked((uint)f)} {unchecked((long)f)} {unchecked((ulong)f)} {unchecked((char)d) + 0} {unchecked((nint)Math.Clamp(d, -1e9, 1e9))}");
            Attempt.Show("checked", () => checked((int)d));
            Attempt.Show("checked byte", () => checked((byte)d));
            Attempt.Show("checked ulong", () => checked((ulong)f));
        }
    }

    [Program]
    public static void Bits()
    {
        foreach (ulong v in new ulong[] { 0, 1, 0x80000000, 0xF0F0F0F0F0F0F0F0, ulong.MaxValue, 12345678901234567 })
        {
            WriteLine($"{v:x} {BitOperations.PopCount(v)} {BitOperations.LeadingZeroCount(v)} {BitOperations.TrailingZeroCount(v)} {BitOperations.Log2(v)} {BitOperations.RotateLeft(v, 13):x} {BitOperations.RoundUpToPowerOf2(v):x} {BitOperations.IsPow2(v)} {BitOperations.Crc32C(7, v):x} {System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(v):x}");
        }

        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes, 0x01020304);
        System.Buffers.Binary.BinaryPrimitives.WriteDoubleLittleEndian(bytes[4..], 1.5);
        WriteLine($"{Convert.ToHexString(bytes)} {BitConverter.IsLittleEndian} {BitConverter.DoubleToInt64Bits(-0.0):x} {BitConverter.Int32BitsToSingle(0x40490fdb)} {BitConverter.ToUInt16(bytes)} {Convert.ToHexString(BitConverter.GetBytes(1L))}");
        HashCode hash = new();
        hash.Add(1);
        WriteLine(hash.ToHashCode() == HashCode.Combine(1));
    }

    [Program]
    public static void Wide()
    {
        Int128 a = Int128.MaxValue, b = -170141183460469231L;
        UInt128 u = UInt128.MaxValue;
        WriteLine($"{a} {a / 3} {a % 1000007} {b * 1000} {b >> 3} {-b} {u} {u / 7} {u:x} {Int128.Parse("-123456789012345678901234567890")} {(double)u:R} {(Int128)1e30} {Int128.Log2(a)} {UInt128.PopCount(u)} {u.CompareTo(UInt128.One)} {UInt128.LeadingZeroCount(1)}");
        Attempt.Show("overflow", () => checked(a + 1));
        Attempt.Show("division", () => a / (a - a));
        BigInteger big = BigInteger.Pow(3, 300);
        WriteLine(big);
        WriteLine($"{big % 1000007} {big.GetBitLength()} {big.Sign} {BigInteger.ModPow(7, 560, 561)} {BigInteger.GreatestCommonDivisor(big, 81)} {big >> 400} {big.IsEven} {big:X} {BigInteger.Log(big):F6} {(double)big:R}");
        WriteLine($"{BigInteger.Parse("-123456789012345678901234567890") * BigInteger.Parse("987654321098765432109876543210")} {BigInteger.DivRem(big, 12345, out BigInteger remainder) % 1000} {remainder} {new BigInteger([0xff, 0xff])} {new BigInteger(-1).ToByteArray().Length} {BigInteger.Parse("0ff", NumberStyles.HexNumber)} {big & 0xffff} {~new BigInteger(5)} {BigInteger.Negate(5) ^ 3}");
        BigInteger factorial = Enumerable.Range(1, 400).Aggregate(BigInteger.One, (f, i) => f * i);
        string digits = factorial.ToString();
        WriteLine($"{digits.Length} {digits[..30]} {digits.Sum(c => c - '0')}");
        BigInteger fibonacci = BigInteger.One, previous = BigInteger.Zero;
        for (int i = 0; i < 2000; i++)
        {
            (previous, fibonacci) = (fibonacci, previous + fibonacci);
        }

        WriteLine($"{fibonacci.GetBitLength()} {fibonacci % 1_000_000_007}");
        Attempt.Show("big division", () => big / BigInteger.Zero);
        Attempt.Show("big parse", () => BigInteger.Parse("12x"));
        Attempt.Show("narrow", () => (long)big);
    }

    [Program]
    public static void GenericMath()
    {
        WriteLine($"{Sum<int>([1, 2, 3])} {Sum<double>([0.5, 0.25])} {Sum<decimal>([1.1m, 2.2m])} {Sum<Half>([(Half)1.5, (Half)2])} {Sum<BigInteger>([10, 20])} {Sum<Int128>([1, 2])} {Sum<Complex>([Complex.ImaginaryOne, 1])}");
        WriteLine($"{Parse<int>("12")} {Parse<double>("1.5")} {Parse<Guid>("01234567-89ab-cdef-0123-456789abcdef")} {Parse<DateOnly>("2024-01-02"):O}");
        WriteLine($"{Describe<int>()} {Describe<byte>()} {Describe<double>()} {Describe<decimal>()} {Describe<char>()} {Describe<long>()}");
        WriteLine($"{byte.CreateSaturating(300)} {byte.CreateTruncating(300)} {int.CreateChecked(5.9)} {int.IsEvenInteger(4)} {int.MaxMagnitude(-5, 3)} {double.IsInteger(2.0)} {float.Lerp(1, 3, 0.25f)}");
        Attempt.Show("checked", () => byte.CreateChecked(300));

        static T Sum<T>(IEnumerable<T> items) where T : INumberBase<T> => items.Aggregate(T.Zero, (a, b) => a + b);

        static T Parse<T>(string text) where T : ISpanParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);

        static string Describe<T>() where T : INumber<T>, IMinMaxValue<T> => $"{typeof(T).Name} {T.MinValue:G}..{T.MaxValue:G} {T.CreateSaturating(1e9):G}".Replace('\0', '0').Replace('\uffff', 'F');
    }
}
