namespace Skiff.Compiler.Programs.Accepted;

public static class Conversions
{
    public static sbyte Int8FromInt32(int a) => (sbyte)a;
    public static byte UInt8FromInt32(int a) => (byte)a;
    public static short Int16FromInt32(int a) => (short)a;
    public static ushort UInt16FromInt32(int a) => (ushort)a;
    public static char CharFromInt32(int a) => (char)a;
    public static long Int64FromInt32(int a) => a;
    public static ulong UInt64FromInt32(int a) => (ulong)a;
    public static long Int64FromUInt32(uint a) => a;
    public static float SingleFromInt32(int a) => a;
    public static double DoubleFromInt32(int a) => a;
    public static float SingleFromUInt32(uint a) => a;
    public static double DoubleFromUInt32(uint a) => a;
    public static sbyte Int8FromInt64(long a) => (sbyte)a;
    public static byte UInt8FromInt64(long a) => (byte)a;
    public static short Int16FromInt64(long a) => (short)a;
    public static ushort UInt16FromInt64(long a) => (ushort)a;
    public static int Int32FromInt64(long a) => (int)a;
    public static uint UInt32FromInt64(long a) => (uint)a;
    public static float SingleFromInt64(long a) => a;
    public static double DoubleFromInt64(long a) => a;
    public static float SingleFromUInt64(ulong a) => a;
    public static double DoubleFromUInt64(ulong a) => a;
    public static sbyte Int8FromDouble(double a) => (sbyte)a;
    public static byte UInt8FromDouble(double a) => (byte)a;
    public static short Int16FromDouble(double a) => (short)a;
    public static ushort UInt16FromDouble(double a) => (ushort)a;
    public static int Int32FromDouble(double a) => (int)a;
    public static uint UInt32FromDouble(double a) => (uint)a;
    public static long Int64FromDouble(double a) => (long)a;
    public static ulong UInt64FromDouble(double a) => (ulong)a;
    public static float SingleFromDouble(double a) => (float)a;
    public static sbyte Int8FromSingle(float a) => (sbyte)a;
    public static byte UInt8FromSingle(float a) => (byte)a;
    public static int Int32FromSingle(float a) => (int)a;
    public static uint UInt32FromSingle(float a) => (uint)a;
    public static long Int64FromSingle(float a) => (long)a;
    public static ulong UInt64FromSingle(float a) => (ulong)a;
    public static double DoubleFromSingle(float a) => a;
    public static int NarrowAndBack(int a) => (byte)a + (sbyte)(a >> 8) + (short)(a >> 4) + (ushort)(a >> 7);
    public static long SignsMixed(int a, uint b) => (long)a - b + (uint)a;
    public static int Bool(bool a, bool b) => (a ? 1 : 0) + (b ? 2 : 0) + (a & b ? 4 : 0);
    public static byte ByteArithmetic(byte a, byte b) => (byte)(a + b);
    public static sbyte SByteArithmetic(sbyte a, sbyte b) => (sbyte)(a * b);
    public static short Int16Compound(short a, short b)
    {
        a += b;
        a <<= 3;
        a++;
        return a;
    }

    public static ushort UInt16Compound(ushort a, ushort b)
    {
        a -= b;
        a--;
        return a;
    }

    public static bool CharLess(char a, char b) => a < b;
}
