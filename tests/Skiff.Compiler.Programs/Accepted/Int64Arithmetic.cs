namespace Skiff.Compiler.Programs.Accepted;

public static class Int64Arithmetic
{
    public static long Add(long a, long b) => a + b;
    public static long Subtract(long a, long b) => a - b;
    public static long Multiply(long a, long b) => a * b;
    public static long Divide(long a, long b) => a / b;
    public static ulong DivideUnsigned(ulong a, ulong b) => a / b;
    public static long Remainder(long a, long b) => b == -1 ? 7 : a % b;
    public static ulong RemainderUnsigned(ulong a, ulong b) => a % b;
    public static long Negate(long a) => -a;
    public static long Not(long a) => ~a;
    public static long And(long a, long b) => a & b;
    public static long Or(long a, long b) => a | b;
    public static long Xor(long a, long b) => a ^ b;
    public static long ShiftLeft(long a, int b) => a << b;
    public static long ShiftRight(long a, int b) => a >> b;
    public static ulong ShiftRightUnsigned(ulong a, int b) => a >> b;
    public static long ShiftRightLogical(long a, int b) => a >>> b;
    public static long ShiftByConstants(long a) => (a << 65) + (a >> 63) + (a >>> 5) + (a << 0);
    public static bool Equal(long a, long b) => a == b;
    public static bool NotEqual(long a, long b) => a != b;
    public static bool Less(long a, long b) => a < b;
    public static bool LessOrEqual(long a, long b) => a <= b;
    public static bool Greater(long a, long b) => a > b;
    public static bool GreaterOrEqual(long a, long b) => a >= b;
    public static bool LessUnsigned(ulong a, ulong b) => a < b;
    public static bool LessOrEqualUnsigned(ulong a, ulong b) => a <= b;
    public static bool GreaterUnsigned(ulong a, ulong b) => a > b;
    public static bool GreaterOrEqualUnsigned(ulong a, ulong b) => a >= b;
    public static long BranchLess(long a, long b) => a < b ? 1 : 2;
    public static long BranchLessUnsigned(ulong a, ulong b) => a < b ? 1 : 2;
    public static long BranchGreaterUnsigned(ulong a, ulong b) => a > b ? 1 : 2;
    public static long BranchAnd(long a, long b) => a > 3 && b < 7 ? a : b;
    public static long BranchOr(long a, long b) => a > 3 || b < 7 ? a : b;
    public static bool Logic(long a, long b) => (a > 3) ^ (b < 7) | (a == b) & !(a != 0);
    public static long Mixed(long a, long b, long c) => ((a + b) * c) - (a & (b | c)) + ((a ^ c) >> 3);
    public static long Increment(long a)
    {
        long b = a++;
        return (a++ * 3) + (++b * 5) + a;
    }

    public static long Identities(long a) => (a + 0) | ((a * 1) & (a - 0) ^ 0);
    public static long Folded() => (long.MaxValue / 3 * 2) ^ (1L << 40);
    public static ulong Unsigned(ulong a, ulong b) => (a * 3) + (b / 7) - (a % 11) + (b >> 2);
}
