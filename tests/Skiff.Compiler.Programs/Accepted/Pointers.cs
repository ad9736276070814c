namespace Skiff.Compiler.Programs.Accepted;

public static unsafe class Pointers
{
    public static int AddressOfLocal(int a)
    {
        int x = a;
        int* p = &x;
        *p += 5;
        return x * *p;
    }

    public static int AddressOfParameter(int a)
    {
        int* p = &a;
        *p ^= 0x5A;
        return a;
    }

    public static long Widths(long a)
    {
        byte* bytes = (byte*)&a;
        long sum = 0;
        for (int i = 0; i < 8; i++)
        {
            sum = (sum * 31) + bytes[i] - ((sbyte*)bytes)[i];
        }

        short* shorts = (short*)&a;
        ushort* unsigned = (ushort*)&a;
        return sum + shorts[1] - unsigned[2] + *(int*)(bytes + 2) + *(uint*)(bytes + 3);
    }

    public static long StoreWidths(long a, int b)
    {
        *(byte*)&a = (byte)b;
        *((short*)&a + 1) = (short)b;
        *((char*)&a + 2) = (char)(b >> 3);
        *((sbyte*)&a + 7) = (sbyte)(b >> 5);
        return a;
    }

    public static double Floats(double a, float b)
    {
        double* p = &a;
        float* q = &b;
        *p = *p + *q;
        *q = (float)*p;
        return *p - *q;
    }

    public static int Arithmetic(int n)
    {
        int* buffer = stackalloc int[16];
        int* end = buffer + 16;
        int i = 0;
        for (int* p = buffer; p < end; p++)
        {
            *p = n + i++;
        }

        int* last = end - 1;
        int sum = (int)(last - buffer);
        while (last >= buffer)
        {
            sum = (sum * 3) + *last--;
        }

        return sum + buffer[n & 15] + *(buffer + 3) + (end != buffer ? 1 : 0);
    }

    public static int References(int a, int b)
    {
        Swap(ref a, ref b);
        Split(a, out int low, out int high);
        ref int larger = ref Larger(ref low, ref high);
        larger += 100;
        return (low * 3) + (high * 7) + b + Twice(in a);
    }

    public static int ReferenceToPointer(int a)
    {
        int* p = &a;
        ref int r = ref *p;
        r = r * 2;
        fixed (int* q = &r)
        {
            *q += 1;
        }

        return a;
    }

    public static int PointerToPointer(int a)
    {
        int* p = &a;
        int** pp = &p;
        **pp += 3;
        int b = 7;
        *pp = &b;
        *p += a;
        return b;
    }

    public static int StackAllocated(int n)
    {
        n &= 127;
        byte* buffer = stackalloc byte[n + 1];
        int sum = buffer[n];
        for (int i = 0; i <= n; i++)
        {
            buffer[i] = (byte)(i * 7);
        }

        for (int i = 0; i <= n; i++)
        {
            sum = (sum * 31) + buffer[i];
        }

        return sum;
    }

    public static int StackAllocatedInLoop(int n)
    {
        int sum = 0;
        for (int i = 0; i < (n & 7); i++)
        {
#pragma warning disable CA2014
            int* one = stackalloc int[3];
#pragma warning restore CA2014
            sum += one[0] + one[1];
            one[1] = i;
            one[2] = sum;
            sum += one[2];
            sum += one[1] + (int)((nint)one & 15);
        }

        return sum;
    }

    public static int StackAllocatedInitialised(int n)
    {
        int* values = stackalloc int[] { 1, 2, 3, 5, 8, 13, 21, n };
        byte* bytes = stackalloc byte[] { 1, 2, 3, 250, 5 };
        int sum = 0;
        for (int i = 0; i < 8; i++)
        {
            sum = (sum * 3) + values[i] + bytes[i % 5];
        }

        return sum;
    }

    public static int RecursiveFrames(int n) => Frame(n & 15, null);

    public static nint Native(nint a, nint b)
    {
        nint c = a + (b * 2);
        nuint d = (uint)c / 3;
        return (int)c ^ (int)(uint)d ^ (int)(c << 3) ^ (nint)(byte)d;
    }

    public static bool Null(int a)
    {
        int* p = a > 0 ? &a : null;
        return p == null;
    }

    public static int Sizes() => sizeof(int) + (sizeof(long) * 10) + (sizeof(char) * 100) + (sizeof(byte) * 1000) + (sizeof(double) * 10000) + (sizeof(bool) * 100000);

    private static int Frame(int depth, int* outer)
    {
        int here = depth + (outer == null ? 0 : *outer);
        return depth == 0 ? here : Frame(depth - 1, &here) + here;
    }

    private static void Swap(ref int a, ref int b) => (a, b) = (b, a);

    private static void Split(int value, out int low, out int high)
    {
        low = value & 0xFFFF;
        high = value >> 16;
    }

    private static ref int Larger(ref int a, ref int b) => ref a > b ? ref a : ref b;

    private static int Twice(in int a) => a * 2;
}
