using System.Runtime.InteropServices;

namespace Skiff.Linker.InteropGuest;

/// <summary>Calls functions of its host, and is called by it meanwhile.</summary>
internal static unsafe class Program
{
    private enum Colour : byte
    {
        Red = 1,
        Green = 2,
    }

    private static int s_calls;

    private static void Main()
    {
        Console.WriteLine($"add: {Add(40, 2)}");
        Console.WriteLine($"mix: {mix(-1, long.MaxValue, 1.5f, 2.25, 200, 'x')}");
        Console.WriteLine($"half: {half(3)} {halve(3)}");
        Console.WriteLine($"next: {next(Colour.Red)}");
        Console.WriteLine($"wrap: {wrap(new Handle { Value = 20 })}");
        say("grüße 😀");
        double* numbers = stackalloc double[] { 1, 2, 3.5 };
        Console.WriteLine($"sum: {sum(numbers, 3)}");
        Console.WriteLine($"now: {now()}");
        double wideSum;
        wide(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, &wideSum);
        Console.WriteLine($"wide: {wideSum}");
        call();
        Console.WriteLine($"calls: {s_calls}");
        Console.WriteLine(Caught(() => elsewhere()));
    }

    private static string Caught(Action action)
    {
        try
        {
            action();
            return "nothing";
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }

    [DllImport("host", EntryPoint = "plus"), WasmImportLinkage]
    private static extern int Add(int a, int b);

    [DllImport("host"), WasmImportLinkage]
    private static extern long mix(sbyte a, long b, float c, double d, byte e, char f);

    [DllImport("host"), WasmImportLinkage]
    private static extern float half(float value);

    [DllImport("host"), WasmImportLinkage]
    private static extern double halve(double value);

    [DllImport("host"), WasmImportLinkage]
    private static extern Colour next(Colour colour);

    [DllImport("host"), WasmImportLinkage]
    private static extern int wrap(Handle handle);

    [DllImport("host"), WasmImportLinkage]
    private static extern void say(string text);

    [DllImport("host"), WasmImportLinkage]
    private static extern double sum(double* numbers, nint count);

    [DllImport("clock.example/v1"), WasmImportLinkage]
    private static extern ulong now();

    // As many as the canonical ABI passes, and an address for the result.
    [DllImport("host"), WasmImportLinkage]
    private static extern void wide(
        int a, long b, float c, double d, int e, long f, float g, double h, int i, long j, float k, double l, int m, long n, float o, double p, double* sum);

    [DllImport("host"), WasmImportLinkage]
    private static extern void call();

    [DllImport("libelsewhere")]
    private static extern void elsewhere();

    [UnmanagedCallersOnly(EntryPoint = "guest_multiply")]
    private static long Multiply(int a, long b)
    {
        s_calls++;
        return a * b;
    }

    [UnmanagedCallersOnly(EntryPoint = "guest_narrow")]
    private static sbyte Narrow(short value) => (sbyte)value;

    [UnmanagedCallersOnly(EntryPoint = "guest_mean")]
    private static float Mean(float a, double b) => (float)((a + b) / 2);

    [UnmanagedCallersOnly(EntryPoint = "guest_wide")]
    private static double Wide(
        double a, float b, long c, int d, double e, float f, long g, int h, double i, float j, long k, int l, double m, float n, long o, int p) =>
        a + (2 * b) + (3 * c) + (4 * d) + (5 * e) + (6 * f) + (7 * g) + (8 * h) + (9 * i) + (10 * j) + (11 * k) + (12 * l) + (13 * m) + (14 * n) + (15 * o) + (16 * p);

    [UnmanagedCallersOnly(EntryPoint = "guest_nine")]
    private static void Nine(int a, int b, int c, int d, int e, int f, int g, int h, long* sum) => *sum = a + b + c + d + e + f + g + h;

    private struct Handle
    {
        public int Value;
    }

    /// <summary>A nested type of a type in another namespace.</summary>
    private static class Nested
    {
        [UnmanagedCallersOnly(EntryPoint = "guest-note")]
        private static void Note(byte a, int b, int c, int d, int e, int f, int g, double* h)
        {
            s_calls++;
            *h = a + b + c + d + e + f + g;
        }
    }
}
