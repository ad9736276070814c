namespace Skiff.Compiler.Programs.Accepted;

public static unsafe class Statics
{
    private const int Limit = 10;
    private static int s_counter;
    private static int s_initialised = 42;
    private static long s_wide = 0x1234_5678_9ABC_DEF0;
    private static double s_pi = 3.25;
    private static byte s_small = 200;
    private static readonly int s_computed = Compute(10);
    private static Structs.Pair s_pair = new(3, 4);
    private static readonly Table s_table = Table.Create();
    private static readonly int s_fromOther = Other.Value + 1;
    private static delegate*<int, int> s_function = &Triple;
    private static int* s_pointer;

    private enum Color : byte
    {
        Red,
        Green = 7,
        Blue,
    }

    [Flags]
    private enum Bits : long
    {
        None = 0,
        High = 1L << 40,
        Low = 1,
    }

    public static int Read() => s_initialised + (int)s_wide + (int)s_pi + s_small + s_computed + s_pair.Sum + s_fromOther + Limit;

    public static int ReadTable(int n) => s_table.Values[n & 15];

    public static int Write(int n)
    {
        s_counter = n;
        s_counter++;
        s_small += (byte)n;
        int small = s_small;
        s_small = 200;
        s_pair.Second = n;
        int sum = s_pair.Sum;
        s_pair = new Structs.Pair(3, 4);
        return s_counter + small + sum;
    }

    public static int ThroughPointer(int n)
    {
        fixed (int* counter = &s_counter)
        {
            s_pointer = counter;
            *s_pointer = n * 2;
        }

        Increment(ref s_counter);
        return s_counter;
    }

    public static int FunctionField(int n) => s_function(n);

    public static int Enums(int n)
    {
        Color color = (Color)n;
        int value = color switch
        {
            Color.Red => 1,
            Color.Green => 2,
            Color.Blue => 3,
            _ => (int)color,
        };
        return color == Color.Green ? value * 2 : value + (int)Color.Blue;
    }

    public static long Flags(long n)
    {
        Bits bits = (Bits)n | Bits.High;
        bits &= ~Bits.Low;
        return (bits & Bits.High) != 0 ? (long)bits : 0;
    }

    public static int GenericStatics(int n)
    {
        Holder<int>.Value = n;
        Holder<long>.Value = n + 1;
        return (int)(Holder<int>.Value + Holder<long>.Value);
    }

    private static int Compute(int n)
    {
        int product = 1;
        for (int i = 2; i <= n; i++)
        {
            product *= i;
        }

        return product;
    }

    private static int Triple(int n) => n * 3;

    private static void Increment(ref int value) => value++;

    private static class Holder<T>
    {
        public static T Value = default!;
    }

    private static class Other
    {
        public static readonly int Value = More.Value * 2;
    }

    private static class More
    {
        public static readonly int Value = Compute(4) + 1;
    }

    private struct Table
    {
        public fixed int Values[16];

        public static Table Create()
        {
            Table table = default;
            for (int i = 0; i < 16; i++)
            {
                table.Values[i] = i * i;
            }

            return table;
        }
    }
}
