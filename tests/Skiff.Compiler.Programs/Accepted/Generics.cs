using System.Numerics;
using System.Runtime.CompilerServices;

namespace Skiff.Compiler.Programs.Accepted;

public static unsafe class Generics
{
    public static int Methods(int a, int b)
    {
        int x = a;
        int y = b;
        Swap(ref x, ref y);
        long wide = Pick(a > b, (long)a, b);
        return x + (y * 3) + (int)wide + SizeOf<long>() + SizeOf<Structs.Mixed>();
    }

    public static int Types(int a)
    {
        Stack4<int> ints = default;
        ints.Push(a);
        ints.Push(a + 1);
        Stack4<Structs.Pair> pairs = default;
        pairs.Push(new Structs.Pair(a, 3));
        return ints.Pop() - (ints.Pop() * 2) + pairs.Pop().Sum + pairs.Count;
    }

    public static int Interfaces(int a) => Measure(new Square { Side = a & 63 }) + Measure(new Rectangle { Width = a & 15, Height = 3 });

    public static int StaticAbstract(int a) => Sum<int>(a, 3) + (int)Sum<long>(a, 5) + (int)Sum<double>(a & 255, 2);

    public static int StaticInterface(int a) => Run<AddOne>(a) + Run<Twice>(a);

    public static bool TypeTests() => IsByte<byte>() && !IsByte<int>() && typeof(int) != typeof(long);

    private static T Sum<T>(T a, T b)
        where T : INumber<T> => a + (b * T.One) - T.Zero;

    private static int Run<T>(int a)
        where T : IOperation => T.Apply(a) + T.Weight;

    private static bool IsByte<T>() => typeof(T) == typeof(byte);

    private static int SizeOf<T>()
        where T : unmanaged => sizeof(T);

    private static void Swap<T>(ref T a, ref T b) => (a, b) = (b, a);

    private static T Pick<T>(bool first, T a, T b) => first ? a : b;

    private static int Measure<T>(T shape)
        where T : IShape => shape.Area() + shape.Sides;

    private interface IShape
    {
        int Sides { get; }

        int Area();
    }

    private interface IOperation
    {
        static abstract int Weight { get; }

        static abstract int Apply(int a);
    }

    private struct AddOne : IOperation
    {
        public static int Weight => 10;

        public static int Apply(int a) => a + 1;
    }

    private struct Twice : IOperation
    {
        public static int Weight => 20;

        static int IOperation.Apply(int a) => a * 2;
    }

    private struct Square : IShape
    {
        public int Side;

        public readonly int Sides => 4;

        public readonly int Area() => Side * Side;
    }

    private struct Rectangle : IShape
    {
        public int Width;
        public int Height;

        readonly int IShape.Sides => 44;

        readonly int IShape.Area() => Width * Height;
    }

    private struct Stack4<T>
    {
        private Storage<T> _items;

        public int Count { get; private set; }

        public void Push(T item) => _items[Count++] = item;

        public T Pop() => _items[--Count];
    }

    [InlineArray(4)]
    private struct Storage<T>
    {
        private T _element;
    }
}
