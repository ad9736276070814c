using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Skiff.Compiler.Programs.Accepted;

public static unsafe class LibraryCalls
{
    public static int MinMax(int a, int b) => Math.Min(a, b) + (Math.Max(a, b) * 3) + Math.Clamp(a, -5, 5) + Math.Sign(b);

    public static int Abs(int a) => Math.Abs(a);

    public static long MinMaxWide(long a, long b) => Math.Min(a, b) ^ Math.Max(a, b) ^ (long)Math.Min((ulong)a, (ulong)b);

    public static int BitCounts(uint a) => BitOperations.LeadingZeroCount(a) + (BitOperations.TrailingZeroCount(a) * 100) + (BitOperations.PopCount(a) * 10000);

    public static int BitCountsWide(ulong a) => BitOperations.LeadingZeroCount(a) + (BitOperations.TrailingZeroCount(a) * 100) + (BitOperations.PopCount(a) * 10000);

    public static int Logarithms(uint a) => BitOperations.Log2(a) + (BitOperations.IsPow2(a) ? 100 : 0) + (int)BitOperations.RoundUpToPowerOf2(a & 0xFFFF);

    public static uint Rotate(uint a, int b) => BitOperations.RotateLeft(a, b) ^ BitOperations.RotateRight(a, 3);

    public static ulong RotateWide(ulong a, int b) => BitOperations.RotateLeft(a, b) ^ BitOperations.RotateRight(a, b + 1);

    public static int ReverseEndianness(int a, long b) => BinaryPrimitives.ReverseEndianness(a) ^ (int)BinaryPrimitives.ReverseEndianness(b) ^ BinaryPrimitives.ReverseEndianness((short)a);

    public static long Primitives(long a)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, a);
        BinaryPrimitives.WriteInt32BigEndian(bytes[8..], (int)a);
        return BinaryPrimitives.ReadInt64BigEndian(bytes) ^ BinaryPrimitives.ReadUInt16LittleEndian(bytes[9..]);
    }

    public static int UnsafeAccess(int a)
    {
        int* values = stackalloc int[4] { a, 2, 3, 4 };
        ref int first = ref Unsafe.AsRef<int>(values);
        ref int third = ref Unsafe.Add(ref first, 2);
        ref byte bytes = ref Unsafe.As<int, byte>(ref first);
        int distance = (int)Unsafe.ByteOffset(ref first, ref third);
        third += Unsafe.ReadUnaligned<short>(ref Unsafe.AddByteOffset(ref bytes, 1));
        Unsafe.WriteUnaligned((byte*)values + 5, (ushort)a);
        Unsafe.CopyBlock(values + 3, values, 4);
        Unsafe.InitBlock(values, 3, 2);
        return values[0] + values[1] + third + values[3] + distance + Unsafe.SizeOf<long>()
            + (Unsafe.AreSame(ref first, ref third) ? 1 : 0) + (Unsafe.IsAddressLessThan(ref first, ref third) ? 2 : 0)
            + (Unsafe.IsNullRef(ref Unsafe.NullRef<int>()) ? 4 : 0) + Unsafe.Read<int>(values) + (int)((nint)Unsafe.AsPointer(ref third) - (nint)values);
    }

    public static int BitCasts(float a, long b) => Unsafe.BitCast<float, int>(a) ^ (int)Unsafe.BitCast<long, ulong>(b) ^ Unsafe.BitCast<Structs.Pair, Structs.Pair>(new Structs.Pair(1, 2)).Second;

    public static int BufferCopy(int a)
    {
        int* source = stackalloc int[4] { a, 2, 3, 4 };
        int* target = stackalloc int[4];
        Buffer.MemoryCopy(source, target, 16, 12);
        return target[0] + target[1] + target[2] + target[3];
    }

    public static int HighLow(ulong a, ulong b) => (int)Math.BigMul(a, b, out ulong low) ^ (int)low;

    public static int DivRem(int a, int b)
    {
        (int quotient, int remainder) = Math.DivRem(a & 0xFFFF, (b & 0xFF) + 1);
        return (quotient * 3) + remainder;
    }

    public static bool Characters(int a) => char.IsAsciiDigit((char)a) || char.IsAsciiLetter((char)a) || char.IsBetween((char)a, '\u0100', '\u0200');

    public static int Indices(int a)
    {
        Index index = ^(a & 3);
        return index.GetOffset(10);
    }

    public static uint Narrowing(ulong a) => uint.CreateTruncating(a) ^ (uint)int.PopCount((int)a);
}
