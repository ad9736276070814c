using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Skiff.Compiler.Programs.Accepted;

public static unsafe class Structs
{
    public struct Pair
    {
        public int First;
        public int Second;

        public Pair(int first, int second)
        {
            First = first;
            Second = second;
        }

        public readonly int Sum => First + Second;

        public void Scale(int factor)
        {
            First *= factor;
            Second *= factor;
        }

        public static Pair operator +(Pair a, Pair b) => new(a.First + b.First, a.Second + b.Second);
    }

    public struct Mixed
    {
        public byte A;
        public short B;
        public long C;
        public float D;
        public bool E;
        public Pair F;
    }

    public struct Large
    {
        public Mixed First;
        public Mixed Second;
        public Pair Third;
        public double Fourth;
    }

    [StructLayout(LayoutKind.Explicit)]
    public struct Union
    {
        [FieldOffset(0)]
        public long Whole;
        [FieldOffset(0)]
        public int Low;
        [FieldOffset(4)]
        public int High;
        [FieldOffset(3)]
        public byte Middle;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    public struct Packed
    {
        public byte A;
        public int B;
        public short C;
        public long D;
    }

    [StructLayout(LayoutKind.Sequential, Size = 24)]
    public struct Padded
    {
        public int A;
    }

    public struct Buffer
    {
        public int Length;
        public fixed byte Bytes[20];
    }

    [InlineArray(5)]
    public struct Five
    {
        private int _element;
    }

    public struct One
    {
        public double Value;
    }

    public struct Wrapped
    {
        public One Inner;
    }

    public struct Empty
    {
    }

    public static int Fields(int a, int b)
    {
        Pair pair;
        pair.First = a;
        pair.Second = b;
        return (pair.First * 3) - pair.Second;
    }

    public static int Copies(int a, int b)
    {
        var x = new Pair(a, b);
        Pair y = x;
        y.First++;
        Pair z = y;
        z.Second = x.First;
        x = z;
        x.Scale(2);
        return (x.First * 3) + (y.First * 5) + (z.Second * 7) + x.Sum;
    }

    public static int ByValue(int a, int b)
    {
        var x = new Pair(a, b);
        int inside = Change(x);
        return inside + (x.First * 31) + x.Second;
    }

    public static int Returned(int a, int b)
    {
        Pair x = Make(a, b);
        Pair y = Make(b, a) + x + new Pair(1, 2);
        return Make(x.First, y.Second).Sum + Make(y.First, 3).First;
    }

    public static long LargeByValue(int a, long b)
    {
        Large x = MakeLarge(a, b);
        Large y = x;
        y.Second.F.Second = 99;
        long inside = ChangeLarge(x) + ChangeLarge(y);
        return inside + Hash(x) + (Hash(y) * 3);
    }

    public static long SwapLarge(int a, long b)
    {
        Large x = MakeLarge(a, b);
        Large y = MakeLarge(a + 1, b * 3);
        (x, y) = (y, x);
        return Hash(x) - (Hash(y) * 5);
    }

    public static long Nested(int a, long b)
    {
        Large x = default;
        x.First.F = new Pair(a, a + 1);
        x.Second.C = b;
        x.Second = x.First;
        x.First.F.First = 7;
        ref Mixed second = ref x.Second;
        second.F.Second += 5;
        return Hash(x);
    }

    public static long Unions(long a, int b)
    {
        Union u = default;
        u.Whole = a;
        u.High ^= b;
        u.Middle = (byte)b;
        Union v = u;
        v.Low++;
        return u.Whole + (v.Whole * 3);
    }

    public static long PackedFields(int a, long b)
    {
        Packed p = new() { A = (byte)a, B = a, C = (short)a, D = b };
        Packed* q = &p;
        q->B += 1;
        return p.A + p.B + p.C + p.D + sizeof(Packed) + *(int*)((byte*)q + 1);
    }

    public static int Sizes() => sizeof(Pair) + (sizeof(Mixed) * 100) + (sizeof(Large) * 10000) + (sizeof(Padded) * 10000000)
        + sizeof(Buffer) + sizeof(Five) + sizeof(Empty) + sizeof(Union);

    public static int FixedBuffers(int n)
    {
        Buffer buffer = default;
        buffer.Length = 20;
        for (int i = 0; i < buffer.Length; i++)
        {
            buffer.Bytes[i] = (byte)(n + i);
        }

        Buffer copy = buffer;
        copy.Bytes[3] = 0;
        return Total(&buffer) + (Total(&copy) * 3);
    }

    public static int InlineArrays(int n)
    {
        Five five = default;
        for (int i = 0; i < 5; i++)
        {
            five[i] = n * i;
        }

        Five copy = five;
        copy[2] = 1;
        int sum = 0;
        foreach (int value in copy)
        {
            sum = (sum * 3) + value;
        }

        return sum + five[2] + five[n & 3];
    }

    public static double SingleScalar(double a, double b)
    {
        One x = new() { Value = a };
        Wrapped y = Wrap(x, b);
        y.Inner.Value *= 2;
        return y.Inner.Value + Unwrap(y) + x.Value;
    }

    public static int EmptyStructs(int a)
    {
        Empty e = default;
        return TakeEmpty(a, e, 3);
    }

    public static int Arrays(int n)
    {
        Pair* pairs = stackalloc Pair[8];
        for (int i = 0; i < 8; i++)
        {
            pairs[i] = new Pair(i, n ^ i);
        }

        Pair picked = pairs[n & 7];
        pairs[0] = pairs[7];
        pairs[1].Scale(3);
        return picked.Sum + pairs[0].Sum + pairs[1].Sum + pairs->First;
    }

    public static int ByReference(int a, int b)
    {
        var x = new Pair(a, b);
        Double(ref x);
        Initialise(out Pair y, a);
        return x.Sum + ReadOnly(in y) + y.Second;
    }

    public static int AsResult(int a, int b) => (a > b ? new Pair(a, 1) : new Pair(2, b)).Sum + Pick(a > 0, new Pair(a, b), new Pair(b, a)).First;

    public static int ArgumentsInOrder(int a)
    {
        var pair = new Pair(a, 2);
        return Three(pair, Bump(&pair), pair);
    }

    public static (int, int) TupleResult(int a) => (a, a + 1);

    public static int Tuples(int a, int b)
    {
        (int x, int y) = TupleResult(a);
        (int Low, long High) named = (b, b * 2L);
        (x, y) = (y, x);
        return x + (y * 3) + named.Low + (int)named.High;
    }

    public static int Nullable(int a)
    {
        int? x = a > 0 ? a : null;
        int? y = x + 3;
        return (y ?? -5) + (x.HasValue ? x.Value : 7) + x.GetValueOrDefault();
    }

    public static int Linked(int n)
    {
        Node* nodes = stackalloc Node[10];
        Node* head = null;
        for (int i = 0; i < 10; i++)
        {
            nodes[i].Value = n + i;
            nodes[i].Next = head;
            head = &nodes[i];
        }

        int sum = 0;
        for (Node* node = head; node != null; node = node->Next)
        {
            sum = (sum * 5) + node->Value;
        }

        return sum;
    }

    public struct Node
    {
        public Node* Next;
        public int Value;
    }

    private static int TakeEmpty(int a, Empty e, int b)
    {
        Empty copy = e;
        return a + b + sizeof(Empty);
    }

    private static int Total(Buffer* buffer)
    {
        int sum = 0;
        for (int i = 0; i < buffer->Length; i++)
        {
            sum = (sum * 31) + buffer->Bytes[i];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Change(Pair pair)
    {
        pair.First += 100;
        pair.Scale(2);
        return pair.Sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Pair Make(int first, int second) => new(first, second * 3);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Wrapped Wrap(One one, double b)
    {
        one.Value += b;
        return new Wrapped { Inner = one };
    }

    private static double Unwrap(Wrapped wrapped) => wrapped.Inner.Value - 1;

    private static Large MakeLarge(int a, long b) => new()
    {
        First = new Mixed { A = (byte)a, B = (short)a, C = b, D = a, E = a > 0, F = new Pair(a, (int)b) },
        Second = new Mixed { C = b + 1, F = Make(a, a) },
        Third = Make(3, (int)b),
        Fourth = b * 0.5,
    };

    private static long ChangeLarge(Large large)
    {
        large.Third.Scale(2);
        large.First.C++;
        return Hash(large);
    }

    private static long Hash(in Large x) => Hash(in x.First) + (Hash(in x.Second) * 3) + x.Third.Sum + (long)x.Fourth;

    private static long Hash(in Mixed x) => x.A + (x.B * 3) + (x.C * 5) + ((long)x.D * 7) + (x.E ? 11 : 0) + (x.F.First * 13L) + (x.F.Second * 17L);

    private static void Double(ref Pair pair) => pair.Scale(2);

    private static void Initialise(out Pair pair, int a) => pair = new Pair(a, a * a);

    private static int ReadOnly(in Pair pair) => pair.Sum + pair.First;

    private static Pair Pick(bool first, Pair a, Pair b) => first ? a : b;

    private static int Bump(Pair* pair) => ++pair->First;

    private static int Three(Pair a, int b, Pair c) => (a.First * 3) + (b * 5) + (c.First * 7) + a.Second;
}
