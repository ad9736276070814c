namespace Skiff.Fidelity.Language;

public static class Members
{
    [Program]
    public static void DelegatesEventsClosures()
    {
        List<Func<int>> functions = [];
        for (int i = 0; i < 3; i++)
        {
            int copy = i * 10;
            functions.Add(() => copy++ + i);
        }

        WriteLine(string.Join(' ', functions.Select(f => f())) + " | " + string.Join(' ', functions.Select(f => f())));
        Action<string> chain = s => Write($"1{s} ");
        chain += s => Write($"2{s} ");
        Action<string> third = s => Write($"3{s} ");
        chain += third;
        chain("a");
        chain = (chain - third)!;
        chain("b");
        WriteLine(chain.GetInvocationList().Length);
        Button button = new();
        button.Clicked += (sender, e) => WriteLine($"clicked {sender is Button} {e}");
        button.Click();
        Func<int, Func<int, int>> curried = a => b => a - b;
        WriteLine(curried(10)(3));
        Func<int, int> factorial = null!;
        factorial = n => n <= 1 ? 1 : n * factorial(n - 1);
        WriteLine(factorial(10));
        Converter<string, int> method = int.Parse;
        WriteLine($"{method("12")} {method.Method.Name} {method.Target is null}");
        Delegate dynamic = (int x, string y) => $"{x}{y}";
        WriteLine(dynamic.DynamicInvoke(1, "z"));
        Attempt.Do("stops at the first exception", () =>
        {
            Action all = () => Write("one ");
            all += () => throw new Exception("two");
            all += () => Write("three");
            all();
        });
        unsafe
        {
            delegate*<int, int, int> pointer = &Add;
            WriteLine(pointer(3, 4));
        }
    }

    private static int Add(int a, int b) => a + b;

    private sealed class Button
    {
        public event EventHandler<string>? Clicked;

        public void Click() => Clicked?.Invoke(this, "args");
    }

    [Program]
    public static void Iterators()
    {
        WriteLine(string.Join(' ', Fibonacci().TakeWhile(n => n < 200)));
        WriteLine(string.Join(' ', Walk(new Tree(5, new Tree(3, new Tree(1), null), new Tree(9)))));
        using IEnumerator<int> enumerator = WithFinally().GetEnumerator();
        enumerator.MoveNext();
        WriteLine(enumerator.Current);
        foreach (int i in new Countdown(3))
        {
            Write($"{i} ");
        }

        WriteLine();
        IEnumerable<int> lazy = Check(-1);
        Attempt.Do("thrown on first use", () => lazy.ToList());
        WriteLine(string.Join(' ', Fibonacci().Zip(Fibonacci().Skip(1), (a, b) => (double)b / a).Skip(10).Take(2).Select(r => r.ToString("F6"))));

        static IEnumerable<int> Fibonacci()
        {
            (int a, int b) = (0, 1);
            while (true)
            {
                yield return a;
                (a, b) = (b, a + b);
            }
        }

        static IEnumerable<int> Walk(Tree? tree)
        {
            if (tree is null)
            {
                yield break;
            }

            foreach (int v in Walk(tree.Left))
            {
                yield return v;
            }

            yield return tree.Value;
            foreach (int v in Walk(tree.Right))
            {
                yield return v;
            }
        }

        static IEnumerable<int> WithFinally()
        {
            try
            {
                yield return 1;
                yield return 2;
            }
            finally
            {
                WriteLine("iterator disposed");
            }
        }

        static IEnumerable<int> Check(int n)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(n);
            yield return n;
        }
    }

    private sealed record Tree(int Value, Tree? Left = null, Tree? Right = null);

    private readonly struct Countdown(int from)
    {
        public Enumerator GetEnumerator() => new(from + 1);

        public struct Enumerator(int current)
        {
            public int Current { get; private set; } = current;

            public bool MoveNext() => --Current > 0;
        }
    }

    [Program]
    public static void StructsAndRefs()
    {
        Mutable[] array = [new() { Value = 1 }, new() { Value = 2 }];
        ref Mutable first = ref array[0];
        first.Value = 10;
        Mutable copy = array[1];
        copy.Value = 99;
        WriteLine($"{array[0].Value} {array[1].Value}");
        ref int largest = ref Largest([3, 8, 5], out int index);
        largest = -1;
        WriteLine($"{largest} {index}");
        Span<Mutable> span = array;
        foreach (ref Mutable item in span)
        {
            item.Value++;
        }

        WriteLine(array.Sum(m => m.Value));
        int a = 1, b = 2;
        Swap(ref a, ref b);
        In(in a, out int doubled);
        WriteLine($"{a} {b} {doubled}");
        object boxed = new Mutable { Value = 5 };
        ((IIncrement)boxed).Increment();
        WriteLine(((Mutable)boxed).Value);
        Mutable? nullable = null;
        WriteLine($"{nullable?.Value ?? -1} {nullable.GetValueOrDefault().Value} {nullable.HasValue} {((int?)5).Equals(5)}");
        RefHolder holder = new(ref a);
        holder.Value++;
        WriteLine(a);
        InlineBuffer buffer = default;
        for (int i = 0; i < 4; i++)
        {
            buffer[i] = i * i;
        }

        WriteLine($"{buffer[3]} {((ReadOnlySpan<int>)buffer)[..3].ToArray().Sum()}");
        int @class = 0, i1 = 5;
        i1 += i1++ + ++i1;
        WriteLine($"{i1} {@class} {(i1 > 10 ? "big" : "small")} {nameof(Mutable.Value)}");
        string? chained = null;
        chained ??= "assigned";
        WriteLine($"{chained?[0]} {chained is ['a', ..]} {checked((byte)200)} {1_000_000 + 0b1010 + 0xFF}");

        static ref int Largest(int[] numbers, out int index)
        {
            index = Array.IndexOf(numbers, numbers.Max());
            return ref numbers[index];
        }

        static void Swap<T>(ref T x, ref T y) => (x, y) = (y, x);

        static void In(in int x, out int y) => y = x * 2;
    }

    private interface IIncrement
    {
        void Increment();
    }

    private struct Mutable : IIncrement
    {
        public int Value;

        public void Increment() => Value++;
    }

    private ref struct RefHolder(ref int target)
    {
        private ref int _target = ref target;

        public int Value
        {
            readonly get => _target;
            set => _target = value;
        }
    }

    [System.Runtime.CompilerServices.InlineArray(4)]
    private struct InlineBuffer
    {
        private int _first;
    }

    [Program]
    public static void OperatorsAndConversions()
    {
        Money a = new(10, "EUR"), b = 5;
        WriteLine($"{a + b} {a > b} {-a} {(decimal)a} {a == new Money(10, "EUR")} {a[0]} {a["currency"]} {(a ? "rich" : "poor")} {a++} {a}");
        Attempt.Do("mixed", () => _ = a + new Money(1, "USD"));
        Grid grid = new() { [1, 2] = 'x', [0, 0] = 'o' };
        WriteLine($"{grid[1, 2]} {grid[0, 0]} {grid["b3"]}");
        Extended extended = "seven";
        WriteLine($"{extended.Length} {"abc".Shout()} {"abc".IsShort} {string.Blank}|{5.Squared()}");
        using (new Scope("a"))
        using (new Scope("b"))
        {
            WriteLine("in scopes");
        }

        Rights rights = Rights.Read | Rights.Execute;
        WriteLine($"{rights} {rights.HasFlag(Rights.Write)} {rights ^ Rights.Read} {(Rights)99} {Enum.GetNames<Rights>().Length} {Enum.IsDefined(Rights.All)} {Enum.Format(typeof(Rights), rights, "x")} {Rights.All:d} {Enum.TryParse("read, write", true, out Rights parsed)} {parsed} {Enum.GetUnderlyingType(typeof(Rights))}");
    }

    [Flags]
    private enum Rights : byte
    {
        None,
        Read = 1,
        Write = 2,
        Execute = 4,
        All = 7,
    }

    private sealed class Scope(string name) : IDisposable
    {
        public void Dispose() => WriteLine($"left {name}");
    }

    private readonly record struct Money(decimal Amount, string Currency)
    {
        public static implicit operator Money(int amount) => new(amount, "EUR");

        public static explicit operator decimal(Money money) => money.Amount;

        public static Money operator +(Money a, Money b) => a.Currency == b.Currency ? a with { Amount = a.Amount + b.Amount } : throw new InvalidOperationException($"{a.Currency} and {b.Currency}");

        public static Money operator -(Money a) => a with { Amount = -a.Amount };

        public static Money operator ++(Money a) => a + 1;

        public static bool operator >(Money a, Money b) => a.Amount > b.Amount;

        public static bool operator <(Money a, Money b) => a.Amount < b.Amount;

        public static bool operator true(Money a) => a.Amount > 5;

        public static bool operator false(Money a) => a.Amount <= 5;

        public object this[int i] => i == 0 ? Amount : Currency;

        public string this[string name] => name == "currency" ? Currency : "?";
    }

    private sealed class Grid
    {
        private readonly char[,] _cells = new char[3, 3];

        public char this[int row, int column]
        {
            get => _cells[row, column];
            set => _cells[row, column] = value;
        }

        public string this[string name] => $"{name[0] - 'a'}:{name[1] - '1'}";
    }

    private sealed class Extended
    {
        public int Length { get; private init; }

        public static implicit operator Extended(string text) => new() { Length = text.Length };
    }
}
