namespace Skiff.Fidelity.Language;

public static class Types
{
    public record Point(int X, int Y)
    {
        public double Length => Math.Sqrt((X * X) + (Y * Y));
    }

    public record Point3(int X, int Y, int Z) : Point(X, Y);

    public readonly record struct Pair<T>(T First, T Second);

    public sealed record WithCollections(string Name, int[] Items)
    {
        public bool Equals(WithCollections? other) => other is not null && Name == other.Name && Items.AsSpan().SequenceEqual(other.Items);

        public override int GetHashCode() => Name.Length;
    }

    [Program]
    public static void Records()
    {
        Point a = new(3, 4), b = a with { Y = 5 };
        WriteLine($"{a} {b} {a == new Point(3, 4)} {a.Equals((object)b)} {a.Length} {new Point3(1, 2, 3)} {new Point(1, 2) == new Point3(1, 2, 3)} {a.GetHashCode() == new Point(3, 4).GetHashCode()}");
        (int x, int y) = b;
        WriteLine($"{x} {y} {new Pair<string>("l", "r")} {default(Pair<int>)} {new Pair<double>(1, 2) with { Second = 3 }} {new WithCollections("n", [1]) == new WithCollections("n", [1])}");
        var anonymous = new { Name = "anon", Value = 1.5, Inner = new { Deep = 'c' } };
        WriteLine($"{anonymous} {anonymous.Equals(new { Name = "anon", Value = 1.5, Inner = new { Deep = 'c' } })}");
        (int Id, string Text, (bool, double) Nested) tuple = (1, "t", (true, 2.5));
        WriteLine($"{tuple} {tuple.Nested.Item2} {tuple == (1, "t", (true, 2.5))} {(1, 2, 3, 4, 5, 6, 7, 8, 9)} {("a", 1).CompareTo(("a", 2))}");
    }

    [Program]
    public static void Patterns()
    {
        object?[] values = [null, 0, 42, -7, 3.5, "", "hello", new[] { 1, 2, 3 }, new int[] { }, new Point(0, 5), new Point(2, 2), 'x', DayOfWeek.Sunday, new List<string> { "one" }, (1, "t")];
        foreach (object? value in values)
        {
            WriteLine(value switch
            {
                null => "null",
                int n and > 0 and < 100 => $"small {n}",
                int and (< 0 or > 1000) => "odd int",
                int => "zero",
                double d when d > 3 => $"double {d}",
                string { Length: 0 } => "empty string",
                string s and ['h', .., var last] => $"h..{last} {s.Length}",
                int[] and [] => "empty array",
                int[] and [var first, .. var rest] => $"{first} then {rest.Length}",
                Point { X: 0, Y: var y } => $"on axis {y}",
                Point(var x, var y) when x == y => $"diagonal {x}",
                char c => $"char {c}",
                DayOfWeek.Sunday or DayOfWeek.Saturday => "weekend",
                IList<string> { Count: 1 } list => $"list {list[0]}",
                System.Runtime.CompilerServices.ITuple { Length: 2 } t => $"tuple {t[0]}",
                not null => value.GetType().Name,
            });
        }
    }

    public interface IShape
    {
        double Area { get; }

        string Describe() => $"{GetType().Name} of {Area:F2} {Unit}";

        static virtual string Family => "shape";

        protected string Unit => "units";
    }

    public interface INamed
    {
        string Describe() => "named";
    }

    public sealed class Circle(double radius) : IShape, INamed
    {
        public double Area => Math.PI * radius * radius;

        public static string Family => "round";
    }

    public struct Square(double side) : IShape
    {
        public readonly double Area => side * side;

        readonly string IShape.Describe() => $"square {side}";
    }

    public abstract class Animal
    {
        public virtual Animal Child() => this;

        public virtual string Name => "animal";
    }

    public class Dog : Animal
    {
        public override Dog Child() => new Puppy();

        public override string Name => "dog";

        public new virtual string ToString() => "hidden";
    }

    public sealed class Puppy : Dog
    {
        public override Puppy Child() => this;

        public override string Name => "puppy of " + base.Name;
    }

    [Program]
    public static void InterfacesAndVirtuals()
    {
        IShape circle = new Circle(1), square = new Square(2);
        WriteLine($"{circle.Describe()} {square.Describe()} {((INamed)circle).Describe()} {Family<Circle>()} {Family<Square>()}");
        Animal animal = new Dog();
        WriteLine($"{animal.Child().Name} {new Dog().Child().Child().Name} {animal.ToString() == typeof(Dog).ToString()} {new Dog().ToString()} {((object)new Dog()).ToString()!.Length > 10}");
        IEnumerable<Animal> covariant = new List<Dog> { new(), new Puppy() };
        Func<Animal, string> ofAnimals = a => a.Name;
        Func<Dog, object> contravariant = ofAnimals;
        WriteLine($"{string.Join(',', covariant.Select(a => a.Name))} {contravariant(new Puppy())} {covariant is IEnumerable<object>}");
        Multi multi = new();
        WriteLine($"{((IA)multi).M()} {((IB)multi).M()} {((IC)multi).M()}");

        static string Family<T>() where T : IShape => T.Family;
    }

    public interface IA
    {
        string M() => "A";
    }

    public interface IB : IA
    {
        string IA.M() => "B over A";

        new string M() => "B";
    }

    public interface IC : IA
    {
        string Extra() => "C";
    }

    public sealed class Multi : IB, IC;

    public interface IMonoid<TSelf> where TSelf : IMonoid<TSelf>
    {
        static abstract TSelf Zero { get; }

        static abstract TSelf operator +(TSelf a, TSelf b);

        static virtual TSelf Sum(IEnumerable<TSelf> items) => items.Aggregate(TSelf.Zero, (a, b) => a + b);
    }

    public readonly record struct Text(string Value) : IMonoid<Text>
    {
        public static Text Zero => new("");

        public static Text operator +(Text a, Text b) => new(a.Value + b.Value);
    }

    public readonly record struct Biggest(int Value) : IMonoid<Biggest>
    {
        public static Biggest Zero => new(int.MinValue);

        public static Biggest operator +(Biggest a, Biggest b) => a.Value > b.Value ? a : b;

        public static Biggest Sum(IEnumerable<Biggest> items) => items.MaxBy(i => i.Value);
    }

    [Program]
    public static void StaticAbstracts()
    {
        WriteLine($"{Total<Text>([new("a"), new("b")])} {Total<Biggest>([new(3), new(9), new(5)])} {Two<Text>(new("x"))}");

        static T Total<T>(T[] items) where T : IMonoid<T> => T.Sum(items);

        static T Two<T>(T value) where T : IMonoid<T> => value + value;
    }

    [Program]
    public static void GenericVirtuals()
    {
        Visitor visitor = new Doubling();
        WriteLine($"{visitor.Visit(5)} {visitor.Visit("s")} {visitor.Visit(2.5)} {visitor.Visit<object>(null!)} {visitor.Visit((1, 'c'))} {visitor.Pair<int, string>(1, "x")} {visitor.Pair<List<int>, Dictionary<string, byte[]>>([], [])}");
        IVisitor face = visitor;
        WriteLine($"{face.Visit(7L)} {face.Visit(new[] { 1 })} {((IVisitor)new Struct(3)).Visit(1)}");
        WriteLine($"{Nested<int>.Inner<string>.Name} {new Nested<List<int?>>.Inner<(int, string)>().GetType()} {Recursive(3)}");
        Func<int, string> closed = visitor.Visit;
        WriteLine(closed(9));

        static string Recursive(int n) => Build<int>(n);

        static string Build<T>(int n) => n == 0 ? typeof(T).ToString() : Build<Tuple<T, T[]>>(n - 1);
    }

    public interface IVisitor
    {
        string Visit<T>(T value);
    }

    public abstract class Visitor : IVisitor
    {
        public abstract string Visit<T>(T value);

        public virtual string Pair<TA, TB>(TA a, TB b) => $"{typeof(TA)}+{typeof(TB)}";
    }

    public sealed class Doubling : Visitor
    {
        public override string Visit<T>(T value) => $"{typeof(T).Name}:{value}:{typeof(T).IsValueType}:{default(T) is null}";

        public override string Pair<TA, TB>(TA a, TB b) => "<" + base.Pair<TB, TA>(b, a) + ">";
    }

    public readonly struct Struct(int x) : IVisitor
    {
        public string Visit<T>(T value) => $"struct {x} {typeof(T).Name}";
    }

    public class Nested<T>
    {
        public sealed class Inner<TU>
        {
            public static string Name => $"{typeof(T).Name}/{typeof(TU).Name}";
        }
    }
}
