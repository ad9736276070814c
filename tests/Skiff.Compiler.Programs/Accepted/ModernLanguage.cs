using System.Buffers.Text;
using System.Numerics;

namespace Skiff.Compiler.Programs.Accepted;

public static unsafe class ModernLanguage
{
    public static int CollectionExpressions(int a, int b)
    {
        Span<int> values = [a, b, 3, a + b];
        ReadOnlySpan<long> constants = [1, 2, 3];
        return Total(values) + Total([a, 1, b]) + Total(a, b) + (int)constants[a & 1];
    }

    public static int ListPatterns(int a)
    {
        Span<int> values = [a & 3, 2, 3];
        return values switch
        {
            [1, ..] => 1,
            [2, .. var rest] => rest.Length,
            [_, _, 3] => values[^1],
            _ => 0,
        };
    }

    public static int Ranges(int a)
    {
        Span<int> values = [a, 1, 2, 3, 4];
        Span<int> middle = values[1..^1];
        return middle[^1] + middle[0] + values[^(1 + (a & 3))];
    }

    public static bool TupleEquality(int a, int b) => (a, b) == (b, a) || (a, 1) != (1, a);

    public static int Enumerators(int a)
    {
        int sum = 0;
        foreach (int value in new Countdown(a & 15))
        {
            sum = (sum * 3) + value;
        }

        return sum;
    }

    public static int Records(int a)
    {
        var point = new Point(a, a + 1);
        Point moved = point with { Y = 7 };
        (int x, int y) = moved;
        return x + y + point.Y;
    }

    public static int PropertyPatterns(int a) => new Point(a & 3, a & 7) is { X: > 1, Y: var y and not 5 } ? y : -1;

    public static int RefFields(int a)
    {
        int value = a;
        var holder = new RefHolder(ref value);
        holder.Value += 3;
        return value + holder.Value;
    }

    public static int LocalFunctions(int a)
    {
        int count = 0;
        int Step(int n) => n <= 0 ? count : Step(n - 1) + Bump(n);
        int Bump(int n) => count += n;
        return Step(a & 7) + count;
    }

    public static int CharSwitch(int a) => (char)a switch
    {
        'a' or 'b' => 1,
        >= '0' and <= '9' => a - '0',
        '\n' => 2,
        _ => 3,
    };

    public static ulong WideSwitch(ulong a) => a switch
    {
        0 => 1,
        100 => 2,
        1UL << 32 => 3,
        ulong.MaxValue => 4,
        _ => a,
    };

    public static long Int128s(long a, long b)
    {
        Int128 product = (Int128)a * b;
        UInt128 shifted = (UInt128)product >> 37;
        return (long)(product >> 64) ^ (long)product ^ (long)(ulong)shifted;
    }

    public static int Parsing(int a)
    {
        ReadOnlySpan<byte> text = (a & 3) switch
        {
            0 => "123"u8,
            1 => "-2147483648 "u8,
            2 => "x"u8,
            _ => "99999999999"u8,
        };
        return Utf8Parser.TryParse(text, out int value, out int consumed) ? value + consumed : -1;
    }

    public static long TimeSpans(long a)
    {
        TimeSpan span = TimeSpan.FromTicks(a >> 8) + new TimeSpan(1, 2, 3);
        return span.Ticks + span.Hours + (long)span.TotalMilliseconds;
    }

    public static float Vectors(float a, float b)
    {
        var sum = new Vector2(a, b) + new Vector2(1, 2);
        return sum.X * sum.Y;
    }

    public static int NativeIntegers(nint a, int b)
    {
        nuint unsigned = (nuint)(uint)b;
        nint product = checked((nint)(short)a * 3);
        return (int)product + (int)(unsigned % 7) + (a == 0 ? 1 : 0) + (int)nint.Max(1, 2);
    }

    private static int Total(params ReadOnlySpan<int> values)
    {
        int total = 0;
        foreach (int value in values)
        {
            total = (total * 7) + value;
        }

        return total;
    }

    private readonly record struct Point(int X, int Y);

    private ref struct RefHolder(ref int value)
    {
        public ref int Value = ref value;
    }

    private struct Countdown(int from)
    {
        public readonly Countdown GetEnumerator() => this;

        public int Current { get; private set; } = from + 1;

        public bool MoveNext() => --Current > 0;
    }
}
