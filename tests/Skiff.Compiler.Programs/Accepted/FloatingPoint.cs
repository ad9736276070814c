namespace Skiff.Compiler.Programs.Accepted;

public static class FloatingPoint
{
    public static double Add(double a, double b) => a + b;
    public static double Subtract(double a, double b) => a - b;
    public static double Multiply(double a, double b) => a * b;
    public static double Divide(double a, double b) => a / b;
    public static double Remainder(double a, double b) => a % b;
    public static double Negate(double a) => -a;
    public static float AddSingle(float a, float b) => a + b;
    public static float SubtractSingle(float a, float b) => a - b;
    public static float MultiplySingle(float a, float b) => a * b;
    public static float DivideSingle(float a, float b) => a / b;
    public static float RemainderSingle(float a, float b) => a % b;
    public static float NegateSingle(float a) => -a;
    public static double Mixed(float a, double b) => (a * b) + a;
    public static float MixedSingle(float a, double b) => (float)(a * b);
    public static bool Equal(double a, double b) => a == b;
    public static bool NotEqual(double a, double b) => a != b;
    public static bool Less(double a, double b) => a < b;
    public static bool LessOrEqual(double a, double b) => a <= b;
    public static bool Greater(double a, double b) => a > b;
    public static bool GreaterOrEqual(double a, double b) => a >= b;
    public static bool NotLess(double a, double b) => !(a < b);
    public static bool NotGreaterOrEqual(double a, double b) => !(a >= b);
    public static int BranchLess(double a, double b) => a < b ? 1 : 2;
    public static int BranchGreaterOrEqual(double a, double b) => a >= b ? 1 : 2;
    public static int BranchNotLess(double a, double b) => !(a < b) ? 1 : 2;
    public static int BranchNotGreater(double a, double b) => !(a > b) ? 1 : 2;
    public static int BranchNotEqual(double a, double b) => a != b ? 1 : 2;
    public static int BranchLessSingle(float a, float b) => a < b ? 1 : 2;
    public static int BranchNotLessSingle(float a, float b) => !(a < b) ? 1 : 2;
    public static int While(double a, double b)
    {
        int n = 0;
        while (a < b && n < 10)
        {
            a += 1;
            n++;
        }

        return n;
    }

    public static double Constants(double a) => a + Math.PI - double.Epsilon + float.MaxValue;
    public static double Abs(double a) => Math.Abs(a);
    public static double Sqrt(double a) => Math.Sqrt(a);
    public static double Floor(double a) => Math.Floor(a);
    public static double Ceiling(double a) => Math.Ceiling(a);
    public static double Truncate(double a) => Math.Truncate(a);
    public static double Round(double a) => Math.Round(a);
    public static double Min(double a, double b) => Math.Min(a, b);
    public static double Max(double a, double b) => Math.Max(a, b);
    public static double CopySign(double a, double b) => Math.CopySign(a, b);
    public static float AbsSingle(float a) => Math.Abs(a);
    public static float SqrtSingle(float a) => MathF.Sqrt(a);
    public static float FloorSingle(float a) => MathF.Floor(a);
    public static float MinSingle(float a, float b) => MathF.Min(a, b);
    public static float MaxSingle(float a, float b) => Math.Max(a, b);
    public static bool IsNaN(double a) => double.IsNaN(a);
    public static bool IsInfinity(double a) => double.IsInfinity(a);
    public static bool IsNegative(double a) => double.IsNegative(a);
    public static long Bits(double a) => BitConverter.DoubleToInt64Bits(a);
    public static double FromBits(long a) => BitConverter.Int64BitsToDouble(a);
    public static int BitsSingle(float a) => BitConverter.SingleToInt32Bits(a);
    public static double Clamp(double a) => Math.Clamp(a, -10, 10);
    public static int Sign(double a) => double.IsNaN(a) ? 5 : Math.Sign(a);
}
