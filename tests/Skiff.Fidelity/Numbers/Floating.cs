using System.Numerics;

namespace Skiff.Fidelity.Numbers;

public static class Floating
{
    private static string R(double d) => $"{BitConverter.DoubleToInt64Bits(d):x16}";

    [Program]
    public static void EdgeCases()
    {
        double zero = 0, nan = double.NaN;
        WriteLine($"{1 / zero} {-1 / zero} {zero / zero} {nan == nan} {nan.Equals(nan)} {zero == -zero} {1 / -zero} {nan < 1} {nan.CompareTo(1)} {double.Epsilon / 2} {double.MaxValue * 2} {0.1 + 0.2 == 0.3} {5.5 % 2} {-5.5 % 2} {5 % double.PositiveInfinity}");
        foreach (double d in new[] { 0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 1e17, -0.0 })
        {
            WriteLine($"{d} {Math.Round(d)} {Math.Round(d, MidpointRounding.AwayFromZero)} {Math.Round(d, MidpointRounding.ToZero)} {Math.Round(d, MidpointRounding.ToPositiveInfinity)} {Math.Floor(d)} {Math.Ceiling(d)} {Math.Truncate(d)} {R(Math.Round(d))}");
        }

        WriteLine($"{Math.Round(2.345, 2)} {Math.Round(1.005, 2)} {Math.Min(-0.0, 0.0)} {Math.Max(nan, 1)} {Math.CopySign(3, -0.0)} {Math.IEEERemainder(7.5, 2)} {Math.ScaleB(1.5, 10)} {Math.ILogB(1000)} {R(Math.BitIncrement(1))} {R(Math.BitDecrement(0))} {Math.FusedMultiplyAdd(1e16, 1e16, -1)} {Math.Sqrt(-1)} {Math.Sqrt(2):R}");
        WriteLine($"{double.IsNormal(1e-310)} {double.IsSubnormal(1e-310)} {double.IsNegative(-0.0)} {float.IsFinite(float.MaxValue * 2)} {(float)0.1:R} {(double)(float)0.1:R} {(decimal)0.1f} {(int)3.99} {(int)-3.99} {Convert.ToInt32(-2.5)}");
        float f = 16777216f;
        WriteLine($"{f + 1} {(f + 1f) - f} {1e38f * 10} {(float)1e-46} {MathF.Round(2.5f)} {MathF.Sqrt(2f)}");
        Half h = (Half)65504;
        WriteLine($"{h} {h + (Half)32} {(Half)1 / (Half)3} {Half.Epsilon} {Half.Parse("1.0009765625")} {(Half)0.1f} {BitConverter.HalfToUInt16Bits((Half)(-2)):x} {Half.IsNaN(Half.NaN)} {Half.Sqrt((Half)2)}");
    }

    [Program]
    public static void Functions()
    {
        double[] inputs = [0, 0.1, 0.5, 1, 2, 3.14159, 10, -0.7, 100.25];
        foreach (double x in inputs)
        {
            WriteLine($"{x}: {Math.Sin(x):G12} {Math.Cos(x):G12} {Math.Tan(x):G12} {Math.Exp(x):G12} {Math.Log(Math.Abs(x) + 0.5):G12} {Math.Log10(Math.Abs(x) + 1):G12} {Math.Atan(x):G12} {Math.Sinh(x):G12} {Math.Tanh(x):G12} {Math.Cbrt(x):G12} {Math.Pow(Math.Abs(x), 1.7):G12} {Math.Atan2(x, 2):G12} {Math.Asinh(x):G12}");
        }

        WriteLine($"{Math.Pow(2, 0.5):G12} {Math.Pow(-8, 1.0 / 3)} {Math.Pow(0, 0)} {Math.Pow(double.NaN, 0)} {Math.Pow(-2, 3)} {Math.Log(0)} {Math.Log(-1)} {Math.Acos(2)} {Math.Exp(1000)} {Math.Log2(8)} {Math.SinCos(1):G}");
    }

    [Program]
    public static void LastBits()
    {
        ulong hash = 0;
        for (int i = 1; i < 2000; i++)
        {
            double x = i * 0.37;
            hash = (hash * 31) + (ulong)BitConverter.DoubleToInt64Bits(Math.Sqrt(x) * x / 3 + (x - 7) % 1.3);
        }

        WriteLine($"{hash:x}");
        int[] exact = new int[3];
        for (int i = 1; i < 500; i++)
        {
            double x = i * 0.37;
            exact[0] += R(Math.Sin(x))[^1];
            exact[1] += R(Math.Exp(x / 10))[^1];
            exact[2] += R(Math.Pow(x, 1.3))[^1];
        }

        WriteLine($"{exact[0] > 0} {exact[1] > 0} {exact[2] > 0}");
    }

    [Program]
    public static void Decimals()
    {
        decimal a = 1.10m, b = 3m;
        WriteLine($"{a + b} {a * b} {a / b} {a % b} {-a} {a == 1.1m} {1.0m + 2.00m} {decimal.MaxValue} {1m / 3 * 3} {decimal.Round(2.5m)} {decimal.Round(2.345m, 2)} {Math.Round(2.5m, MidpointRounding.AwayFromZero)} {decimal.Truncate(-2.9m)} {decimal.Floor(-2.1m)} {Math.Ceiling(2.1m)}");
        WriteLine($"{string.Join(',', decimal.GetBits(1.10m))} {new decimal(123, 0, 0, true, 2)} {(double)0.1m} {(decimal)1e20} {(int)2.9m} {decimal.Parse("1e-5", NumberStyles.Float, CultureInfo.InvariantCulture)} {1.10m.GetHashCode() == 1.1m.GetHashCode()} {0.1m + 0.2m == 0.3m} {1.000m:G29} {a.Scale}");
        Attempt.Show("overflow", () => decimal.MaxValue + b);
        Attempt.Show("divide", () => a / (b - 3));
        Attempt.Show("from double", () => (decimal)(1e20 * (double)b * 1e15));
        decimal sum = 0;
        for (int i = 1; i <= 1000; i++)
        {
            sum += 1m / i;
        }

        WriteLine(sum);
    }

    [Program]
    public static void ComplexAndGeometry()
    {
        Complex z = new(3, -4);
        WriteLine($"{z} {z.Magnitude} {z * Complex.ImaginaryOne} {z / new Complex(1, 2)} {Complex.Conjugate(z)} {Complex.Abs(z)} {Complex.Sqrt(-4):F4} {z:F1} {Complex.Pow(z, 2):F6} {Complex.FromPolarCoordinates(2, Math.PI / 2):F6} {Complex.Exp(Complex.ImaginaryOne * Math.PI):F6}");
        Vector3 v = new(1, 2, 3);
        WriteLine($"{v} {Vector3.Dot(v, Vector3.One)} {Vector3.Cross(v, Vector3.UnitX)} {v.Length():F5} {Vector3.Normalize(v):F5} {Vector3.Lerp(v, Vector3.Zero, 0.25f)} {v * 2 - Vector3.One} {new Vector2(3, 4).Length()} {new Vector4(1, 2, 3, 4):F1}");
        Matrix4x4 m = Matrix4x4.CreateRotationZ(MathF.PI / 2) * Matrix4x4.CreateTranslation(1, 2, 3);
        WriteLine($"{Vector3.Transform(v, m):F4} {m.GetDeterminant():F4} {Matrix4x4.Invert(m, out Matrix4x4 inverse)} {Vector3.Transform(Vector3.Transform(v, m), inverse):F4} {Matrix3x2.CreateScale(2, 3).GetDeterminant()}");
        Quaternion q = Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI / 3);
        WriteLine($"{q:F4} {q.Length():F4} {Vector3.Transform(Vector3.UnitX, q):F4} {Quaternion.Slerp(Quaternion.Identity, q, 0.5f):F4} {new Plane(0, 1, 0, -2)}");
    }
}
