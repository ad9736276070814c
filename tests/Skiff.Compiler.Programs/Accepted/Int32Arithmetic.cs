namespace Skiff.Compiler.Programs.Accepted;

public static class Int32Arithmetic
{
    public static int Add(int a, int b) => a + b;
    public static int Subtract(int a, int b) => a - b;
    public static int Multiply(int a, int b) => a * b;
    public static int Divide(int a, int b) => a / b;
    public static uint DivideUnsigned(uint a, uint b) => a / b;
    public static int Remainder(int a, int b) => b == -1 ? 7 : a % b;
    public static uint RemainderUnsigned(uint a, uint b) => a % b;
    public static int Negate(int a) => -a;
    public static int Not(int a) => ~a;
    public static int And(int a, int b) => a & b;
    public static int Or(int a, int b) => a | b;
    public static int Xor(int a, int b) => a ^ b;
    public static int ShiftLeft(int a, int b) => a << b;
    public static int ShiftRight(int a, int b) => a >> b;
    public static uint ShiftRightUnsigned(uint a, int b) => a >> b;
    public static int ShiftRightLogical(int a, int b) => a >>> b;
    public static int ShiftByConstants(int a) => (a << 33) + (a >> 31) + (a >>> 5) + (a << 0);
    public static bool Equal(int a, int b) => a == b;
    public static bool NotEqual(int a, int b) => a != b;
    public static bool Less(int a, int b) => a < b;
    public static bool LessOrEqual(int a, int b) => a <= b;
    public static bool Greater(int a, int b) => a > b;
    public static bool GreaterOrEqual(int a, int b) => a >= b;
    public static bool LessUnsigned(uint a, uint b) => a < b;
    public static bool LessOrEqualUnsigned(uint a, uint b) => a <= b;
    public static bool GreaterUnsigned(uint a, uint b) => a > b;
    public static bool GreaterOrEqualUnsigned(uint a, uint b) => a >= b;
    public static int BranchLess(int a, int b) => a < b ? 1 : 2;
    public static int BranchLessUnsigned(uint a, uint b) => a < b ? 1 : 2;
    public static int BranchGreaterUnsigned(uint a, uint b) => a > b ? 1 : 2;
    public static int BranchAnd(int a, int b) => a > 3 && b < 7 ? a : b;
    public static int BranchOr(int a, int b) => a > 3 || b < 7 ? a : b;
    public static bool Logic(int a, int b) => (a > 3) ^ (b < 7) | (a == b) & !(a != 0);
    public static int Mixed(int a, int b, int c) => ((a + b) * c) - (a & (b | c)) + ((a ^ c) >> 3);
    public static int Increment(int a)
    {
        int b = a++;
        return (a++ * 3) + (++b * 5) + a;
    }

    public static int Identities(int a) => (a + 0) | ((a * 1) & (a - 0) ^ 0);
    public static int Folded() => (int.MaxValue / 3 * 2) ^ (1 << 20);
    public static uint Unsigned(uint a, uint b) => (a * 3) + (b / 7) - (a % 11) + (b >> 2);
}
