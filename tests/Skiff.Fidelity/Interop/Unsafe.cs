using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Skiff.Fidelity.Interop;

public static unsafe class UnsafeCode
{
    [StructLayout(LayoutKind.Explicit)]
    private struct Union
    {
        [FieldOffset(0)]
        public int Integer;

        [FieldOffset(0)]
        public float Single;

        [FieldOffset(2)]
        public short High;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Packed
    {
        public byte A;
        public long B;
        public short C;
    }

    private struct Natural
    {
        public byte A;
        public long B;
        public short C;
        public fixed int Buffer[3];
    }

    [Program]
    public static void Pointers()
    {
        int* numbers = stackalloc int[] { 1, 2, 3, 4 };
        int* end = numbers + 4;
        int sum = 0;
        for (int* p = numbers; p < end; p++)
        {
            sum += *p;
        }

        WriteLine($"{sum} {end - numbers} {numbers[2]} {*(numbers + 1)}");
        Union union = new() { Single = 1f };
        WriteLine($"{union.Integer:x} {union.High:x} {sizeof(Union)} {sizeof(Packed)} {sizeof(Natural)} {Unsafe.SizeOf<(byte, int)>()}");
        Natural natural = default;
        natural.Buffer[2] = 9;
        WriteLine($"{natural.Buffer[2]} {natural.B}");
        fixed (char* text = "pinned")
        {
            WriteLine($"{text[0]}{*(text + 5)} {new string(text, 1, 3)}");
        }

        byte[] array = [1, 2, 3, 4, 5, 6, 7, 8];
        ref byte start = ref MemoryMarshal.GetArrayDataReference(array);
        WriteLine($"{Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref start, 1)):x} {Unsafe.As<byte, short>(ref start):x} {MemoryMarshal.Read<long>(array):x} {MemoryMarshal.Cast<byte, int>(array)[1]:x} {MemoryMarshal.AsBytes<int>([1, 2]).Length}");
        delegate*<int, int> square = &Square;
        delegate* managed<string, int> length = &Length;
        WriteLine($"{square(12)} {length("four")}");
        Span<int> span = stackalloc int[3];
        span.Fill(7);
        WriteLine(span[2]);
        TypedReference reference = __makeref(sum);
        WriteLine($"{__refvalue(reference, int)} {__reftype(reference).Name}");
        nint address = (nint)(&sum);
        *(int*)address = 55;
        WriteLine($"{sum} {sizeof(nint) == IntPtr.Size} {Unsafe.AreSame(ref sum, ref Unsafe.AsRef<int>((void*)address))}");
    }

    private static int Square(int x) => x * x;

    private static int Length(string s) => s.Length;

    [Program]
    public static void NativeBlocks()
    {
        byte* block = (byte*)NativeMemory.AllocZeroed(100);
        block[99] = 42;
        block = (byte*)NativeMemory.Realloc(block, 200);
        WriteLine($"{block[99]} {block[0]}");
        NativeMemory.Fill(block, 10, 0xAB);
        NativeMemory.Copy(block, block + 20, 10);
        WriteLine($"{block[29]:x}");
        NativeMemory.Free(block);
        void* aligned = NativeMemory.AlignedAlloc(64, 64);
        WriteLine((nuint)aligned % 64);
        NativeMemory.AlignedFree(aligned);
        nint memory = Marshal.AllocHGlobal(64);
        Marshal.WriteInt32(memory, 4, 1234);
        Marshal.Copy([1.5, 2.5], 0, memory + 8, 2);
        WriteLine($"{Marshal.ReadInt32(memory, 4)} {BitConverter.Int64BitsToDouble(Marshal.ReadInt64(memory, 16))}");
        Marshal.FreeHGlobal(memory);
        nint text = Marshal.StringToCoTaskMemUTF8("ünï");
        WriteLine($"{Marshal.PtrToStringUTF8(text)} {Marshal.ReadByte(text):x}");
        Marshal.FreeCoTaskMem(text);
        nint wide = Marshal.StringToHGlobalUni("wide");
        WriteLine(Marshal.PtrToStringUni(wide, 2));
        Marshal.FreeHGlobal(wide);
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Marshalled
    {
        public int Number;

        [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 8)]
        public string Text;

        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 3)]
        public short[] Array;

        [MarshalAs(UnmanagedType.Bool)]
        public bool Flag;
    }

    [Program]
    public static void StructureMarshalling()
    {
        WriteLine($"{Marshal.SizeOf<Marshalled>()} {Marshal.OffsetOf<Marshalled>("Flag")} {Marshal.SizeOf<Union>()} {Marshal.OffsetOf<Packed>("C")}");
        nint memory = Marshal.AllocHGlobal(Marshal.SizeOf<Marshalled>());
        Marshal.StructureToPtr(new Marshalled { Number = 5, Text = "hello", Array = [1, 2, 3], Flag = true }, memory, false);
        Marshalled back = Marshal.PtrToStructure<Marshalled>(memory);
        WriteLine($"{back.Number} {back.Text} {string.Join(',', back.Array)} {back.Flag}");
        Marshal.DestroyStructure<Marshalled>(memory);
        Marshal.FreeHGlobal(memory);
        Span<byte> bytes = stackalloc byte[sizeof(Packed)];
        Packed packed = new() { A = 1, B = -1, C = 3 };
        MemoryMarshal.Write(bytes, in packed);
        WriteLine(Convert.ToHexString(bytes));
    }

    [Program]
    public static void MissingLibraries()
    {
        Attempt.Do("missing library", () =>
        {
            try
            {
                Missing.nothing();
            }
            catch (DllNotFoundException e)
            {
                throw new DllNotFoundException("not found");
            }
        });
        WriteLine(NativeLibrary.TryLoad("libno-such-library", out _));
    }

    private static class Missing
    {
        [DllImport("libno-such-library")]
        public static extern void nothing();
    }
}
