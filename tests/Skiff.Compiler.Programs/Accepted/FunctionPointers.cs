using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Skiff.Compiler.Programs.Accepted;

public static unsafe class FunctionPointers
{
    public static int Managed(int n)
    {
        delegate*<int, int> function = (n & 1) == 0 ? &Double : &Square;
        return function(n) + Apply(&Negate, n);
    }

    public static int Unmanaged(int n)
    {
        delegate* unmanaged[Cdecl]<int, int, int> function = &Callback;
        return function(n, 3);
    }

    public static int Table(int n)
    {
        Entry* entries = stackalloc Entry[3];
        entries[0].Function = &Double;
        entries[1].Function = &Square;
        entries[2].Function = &Negate;
        int sum = 0;
        for (int i = 0; i < 3; i++)
        {
            sum = (sum * 7) + entries[i].Function(n);
        }

        return sum;
    }

    public static int WithStructs(int a, int b)
    {
        delegate*<Structs.Pair, int, Structs.Pair> function = &Scaled;
        return function(new Structs.Pair(a, b), 3).Sum;
    }

    public static long Wide(long a, double b)
    {
        delegate*<long, double, long> function = &Combine;
        return function(a, b);
    }

    public static int NoResult(int n)
    {
        int result = n;
        delegate*<int*, void> function = &Increment;
        function(&result);
        return result;
    }

    private struct Entry
    {
        public delegate*<int, int> Function;
        public int Unused;
    }

    private static int Apply(delegate*<int, int> function, int n) => function(n) + 1;

    private static int Double(int n) => n * 2;

    private static int Square(int n) => n * n;

    private static int Negate(int n) => -n;

    private static Structs.Pair Scaled(Structs.Pair pair, int factor)
    {
        pair.Scale(factor);
        return pair;
    }

    private static long Combine(long a, double b) => a + (long)b;

    private static void Increment(int* value) => ++*value;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Callback(int a, int b) => (a * 10) + b;
}
