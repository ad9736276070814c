namespace Skiff.Compiler.Programs.Accepted;

public static class CheckedArithmetic
{
    public static int Add(int a, int b) => checked(a + b);
    public static uint AddUnsigned(uint a, uint b) => checked(a + b);
    public static int Subtract(int a, int b) => checked(a - b);
    public static uint SubtractUnsigned(uint a, uint b) => checked(a - b);
    public static int Multiply(int a, int b) => checked(a * b);
    public static uint MultiplyUnsigned(uint a, uint b) => checked(a * b);
    public static long AddWide(long a, long b) => checked(a + b);
    public static ulong AddWideUnsigned(ulong a, ulong b) => checked(a + b);
    public static long SubtractWide(long a, long b) => checked(a - b);
    public static ulong SubtractWideUnsigned(ulong a, ulong b) => checked(a - b);
    public static long MultiplyWide(long a, long b) => checked(a * b);
    public static ulong MultiplyWideUnsigned(ulong a, ulong b) => checked(a * b);
    public static int Negate(int a) => checked(-a);
    public static sbyte Int8FromInt32(int a) => checked((sbyte)a);
    public static byte UInt8FromInt32(int a) => checked((byte)a);
    public static short Int16FromInt32(int a) => checked((short)a);
    public static ushort UInt16FromInt32(int a) => checked((ushort)a);
    public static uint UInt32FromInt32(int a) => checked((uint)a);
    public static ulong UInt64FromInt32(int a) => checked((ulong)a);
    public static int Int32FromUInt32(uint a) => checked((int)a);
    public static sbyte Int8FromUInt32(uint a) => checked((sbyte)a);
    public static byte UInt8FromUInt32(uint a) => checked((byte)a);
    public static int Int32FromInt64(long a) => checked((int)a);
    public static uint UInt32FromInt64(long a) => checked((uint)a);
    public static ulong UInt64FromInt64(long a) => checked((ulong)a);
    public static short Int16FromInt64(long a) => checked((short)a);
    public static int Int32FromUInt64(ulong a) => checked((int)a);
    public static uint UInt32FromUInt64(ulong a) => checked((uint)a);
    public static long Int64FromUInt64(ulong a) => checked((long)a);
    public static sbyte Int8FromDouble(double a) => checked((sbyte)a);
    public static byte UInt8FromDouble(double a) => checked((byte)a);
    public static int Int32FromDouble(double a) => checked((int)a);
    public static uint UInt32FromDouble(double a) => checked((uint)a);
    public static long Int64FromDouble(double a) => checked((long)a);
    public static ulong UInt64FromDouble(double a) => checked((ulong)a);
    public static int Int32FromSingle(float a) => checked((int)a);
    public static ulong UInt64FromSingle(float a) => checked((ulong)a);
}
