using System.Numerics;
using System.Runtime.Intrinsics;

namespace Skiff.Fidelity.Numbers;

public static class Vectors
{
    [Program]
    public static void FixedSize()
    {
        Vector128<int> a = Vector128.Create(1, -2, 3, 4), b = Vector128.Create(10, 20, -30, 40);
        WriteLine($"{a + b} {a * b} {Vector128.Max(a, b)} {Vector128.Abs(a)} {Vector128.GreaterThan(a, b)} {Vector128.Sum(a)} {Vector128.Dot(a, b)} {a << 2} {Vector128.ShiftRightLogical(a, 28)} {Vector128.Shuffle(a, Vector128.Create(3, 2, 1, 0))} {Vector128.EqualsAny(a, a)} {Vector128.ConditionalSelect(Vector128.LessThan(a, b), a, b)} {~a & b} {Vector128.ExtractMostSignificantBits(a)}");
        Vector128<float> f = Vector128.Create(1.5f, -2.5f, float.NaN, 9f);
        WriteLine($"{f * 2} {Vector128.Sqrt(f)} {Vector128.Floor(f)} {Vector128.Equals(f, f)} {Vector128.ConvertToInt32(Vector128.Create(1.9f, -1.9f, 3, 4))} {Vector128.Min(f, Vector128<float>.Zero)}");
        Vector128<byte> bytes = Vector128.Create("0123456789abcdef"u8);
        WriteLine($"{bytes} {Vector128.Shuffle(bytes, Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 200))} {Vector128.WidenLower(bytes)} {Vector128.Narrow(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes)) == bytes} {Vector128.AddSaturate(bytes, Vector128.Create((byte)200))}");
        Vector256<long> wide = Vector256.Create(1L, 2, 3, 4);
        WriteLine($"{wide * wide} {Vector256.Sum(wide)} {wide.GetUpper()} {Vector64.Create(1, 2) + Vector64.Create(3, 4)} {Vector512.Create(1.0).GetLower().GetLower()} {Vector256.ConvertToDouble(wide)} {Vector128.Create(1UL, 2) - Vector128.Create(2UL, 1)}");
    }

    [Program]
    public static void AnySize()
    {
        int[] data = [.. Enumerable.Range(0, 1000)];
        int width = Vector<int>.Count, i = 0;
        Vector<int> sum = Vector<int>.Zero;
        for (; i <= data.Length - width; i += width)
        {
            sum += new Vector<int>(data, i);
        }

        int total = Vector.Sum(sum);
        for (; i < data.Length; i++)
        {
            total += data[i];
        }

        WriteLine($"{total} {Vector.Dot(Vector<int>.One, Vector<int>.One) == width} {Vector.EqualsAll(sum, sum)}");
    }
}
