namespace Skiff.Fidelity.Linq;

public static class Operators
{
    private sealed record Employee(string Name, string Team, int Age, double Salary);

    private static readonly Employee[] s_employees =
    [
        new("Ann", "red", 31, 100.5), new("Bob", "blue", 25, 80), new("Cid", "red", 45, 120), new("Dee", "green", 25, 95.25),
        new("Eve", "blue", 38, 130), new("Fay", "red", 25, 70), new("Gus", "none", 60, 0),
    ];

    private static void Print<T>(string what, IEnumerable<T> items) => WriteLine($"{what}: {string.Join(", ", items.Select(i => Attempt.Text(i)))}");

    [Program]
    public static void QuerySyntax()
    {
        var teams = new[] { new { Key = "red", Label = "Red Team" }, new { Key = "blue", Label = "Blue Team" }, new { Key = "empty", Label = "Empty" } };
        Print("grouped", from e in s_employees
                         group e by e.Team into g
                         let average = g.Average(e => e.Salary)
                         where g.Count() > 1
                         orderby average descending
                         select $"{g.Key} {g.Count()} {average:f2} {g.Min(e => e.Age)}");
        Print("joined", from e in s_employees join t in teams on e.Team equals t.Key orderby t.Label, e.Age descending select $"{t.Label}:{e.Name}");
        Print("group joined", from t in teams join e in s_employees on t.Key equals e.Team into members select $"{t.Label}={members.Count()}");
        Print("left join", teams.LeftJoin(s_employees, t => t.Key, e => e.Team, (t, e) => $"{t.Key}-{e?.Name ?? "nobody"}"));
        Print("right join", teams.RightJoin(s_employees, t => t.Key, e => e.Team, (t, e) => $"{t?.Label ?? "?"}-{e.Name}"));
        Print("cross", from a in new[] { 1, 2 } from b in "xy" where a != 2 || b != 'x' select $"{a}{b}");
        Print("lets", from w in "the quick brown fox".Split(' ') let l = w.Length where l > 3 orderby l, w select (w, l));
    }

    [Program]
    public static void Sequences()
    {
        int[] numbers = [5, 3, 8, 3, 1, 9, 2];
        Print("where", numbers.Where((n, i) => n > 2 && i % 2 == 0));
        Print("ordered", numbers.Order());
        Print("descending", numbers.OrderDescending());
        Print("then by", s_employees.OrderBy(e => e.Age).ThenByDescending(e => e.Name).Select(e => e.Name));
        Print("distinct", numbers.Distinct());
        Print("distinct by", s_employees.DistinctBy(e => e.Age).Select(e => e.Name));
        Print("union", numbers.Union([10, 1]));
        Print("intersect", numbers.Intersect([3, 9, 77]));
        Print("except", numbers.Except([3, 9]));
        Print("skip take", numbers.Skip(1).Take(3));
        Print("take range", numbers.Take(^3..^1));
        Print("while", numbers.SkipWhile(n => n > 2).TakeWhile(n => n != 9));
        Print("last", numbers.TakeLast(2).Concat(numbers.SkipLast(5)));
        Print("zip", numbers.Zip("abc", [true, false, true]));
        Print("chunks", numbers.Chunk(3).Select(c => $"<{string.Join(' ', c)}>"));
        Print("flattened", s_employees.GroupBy(e => e.Team, e => e.Name).SelectMany(g => g, (g, n) => $"{g.Key}/{n}"));
        Print("reversed", Enumerable.Reverse(numbers));
        Print("prepended", numbers.Prepend(0).Append(99));
        Print("default", Enumerable.Empty<int>().DefaultIfEmpty(-1));
        Print("cast", new object[] { 1, "a", 2, 'c' }.OfType<int>());
        Print("repeat", Enumerable.Repeat("x", 3).Concat(Enumerable.Range(7, 2).Select(i => i.ToString())));
        Print("indexed", "abc".Index().Select(p => $"{p.Index}{p.Item}"));
        Print("counted", s_employees.CountBy(e => e.Team).Select(p => $"{p.Key}{p.Value}"));
        Print("aggregated", s_employees.AggregateBy(e => e.Team, 0.0, (sum, e) => sum + e.Salary).Select(p => $"{p.Key}{p.Value}"));
        Print("lookup", s_employees.ToLookup(e => e.Age)[25].Select(e => e.Name));
        Print("sequence", Enumerable.Sequence(1, 10, 4));
    }

    [Program]
    public static void Scalars()
    {
        int[] numbers = [5, 3, 8, 3, 1, 9, 2];
        WriteLine($"{numbers.Sum()} {numbers.Average()} {numbers.Min()} {numbers.Max()} {numbers.Count(n => n > 2)} {numbers.LongCount()} {numbers.Aggregate((a, b) => a * b)} {numbers.Aggregate("", (s, n) => s + n, s => s.Length)}");
        WriteLine($"{numbers.First()} {numbers.Last(n => n > 5)} {numbers.ElementAt(2)} {numbers.ElementAt(^1)} {numbers.ElementAtOrDefault(100)} {numbers.FirstOrDefault(n => n > 100, -1)} {numbers.SingleOrDefault(n => n == 8)}");
        WriteLine($"{numbers.Any(n => n == 9)} {numbers.All(n => n > 0)} {numbers.Contains(4)} {numbers.SequenceEqual([5, 3, 8, 3, 1, 9, 2])} {numbers.TryGetNonEnumeratedCount(out int count)} {count}");
        WriteLine($"{s_employees.MinBy(e => e.Salary)!.Name} {s_employees.MaxBy(e => (e.Age, e.Name))!.Name} {s_employees.Sum(e => e.Salary)} {s_employees.Average(e => (decimal)e.Age)}");
        WriteLine($"{string.Join(' ', s_employees.ToDictionary(e => e.Name, e => e.Age).Select(p => p.Key + p.Value))} {numbers.ToHashSet().Count}");
        WriteLine($"{new int?[] { 1, null, 3 }.Sum()} {new int?[] { null }.Max() is null} {new[] { double.NaN, 1 }.Min()} {new[] { 1f, float.NaN }.Max()}");
        Attempt.Show("first of none", () => Array.Empty<int>().First());
        Attempt.Show("single of many", () => numbers.Single());
        Attempt.Show("average of none", () => Array.Empty<int>().Average());
        Attempt.Show("duplicate key", () => s_employees.ToDictionary(e => e.Team));
        Attempt.Show("overflow", () => new[] { int.MaxValue, 1 }.Sum());
        Attempt.Show("bad cast", () => new object[] { "a" }.Cast<int>().First());
        Attempt.Show("null source", () => ((int[])null!).Where(n => n > 0));
    }

    [Program]
    public static void Laziness()
    {
        List<string> log = [];
        IEnumerable<int> source = Source();
        IEnumerable<int> query = source.Where(n => { log.Add($"w{n}"); return n % 2 == 1; }).Select(n => { log.Add($"s{n}"); return n * 10; }).Take(2);
        WriteLine(log.Count);
        Print("first run", query);
        WriteLine(string.Join(' ', log));
        log.Clear();
        using (IEnumerator<int> enumerator = query.GetEnumerator())
        {
            enumerator.MoveNext();
            WriteLine(enumerator.Current);
        }

        WriteLine(string.Join(' ', log));
        List<int> list = [1, 2, 3];
        Attempt.Do("modified", () =>
        {
            foreach (int i in list.Where(i => i > 0))
            {
                list.Add(i);
            }
        });

        IEnumerable<int> Source()
        {
            log.Add("begin");
            try
            {
                for (int i = 0; ; i++)
                {
                    log.Add($"y{i}");
                    yield return i;
                }
            }
            finally
            {
                log.Add("end");
            }
        }
    }

    [Program]
    public static void Queryable()
    {
        IQueryable<Employee> query = s_employees.AsQueryable().Where(e => e.Age > 26 && e.Team != "none").OrderBy(e => e.Salary).Skip(1);
        WriteLine(query.Expression.ToString().Replace(typeof(Employee).FullName + "[]", "source"));
        Print("results", query.Select(e => e.Name));
        WriteLine(s_employees.AsQueryable().GroupBy(e => e.Team).Max(g => g.Count()));
        WriteLine(s_employees.AsQueryable().Average(e => e.Age));
    }

    [Program]
    public static async Task Asynchronous()
    {
        IAsyncEnumerable<int> numbers = Numbers();
        WriteLine(string.Join(' ', await numbers.Where(n => n % 2 == 0).Select(n => n * n).Take(4).ToListAsync()));
        WriteLine($"{await Numbers().CountAsync()} {await Numbers().SumAsync()} {await Numbers().FirstAsync(n => n > 3)} {await Numbers().AnyAsync(n => n > 50)}");
        WriteLine(string.Join(' ', await Numbers().Select(async (int n, CancellationToken c) => { await Task.Yield(); return n + 1; }).ToArrayAsync()));
        WriteLine(string.Join(' ', await Numbers().GroupBy(n => n % 3).Select(g => $"{g.Key}:{g.Count()}").ToListAsync()));

        static async IAsyncEnumerable<int> Numbers()
        {
            for (int i = 0; i < 10; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }
    }

    [Program]
    public static void Parallel()
    {
        int[] data = [.. Enumerable.Range(0, 5000)];
        WriteLine(data.AsParallel().Where(n => n % 3 == 0).Select(n => (long)n * n).Sum());
        Print("ordered", data.AsParallel().AsOrdered().Where(n => n % 997 == 0).Select(n => n + 1));
        WriteLine(data.AsParallel().WithDegreeOfParallelism(4).GroupBy(n => n % 7).OrderBy(g => g.Key).Select(g => g.Count()).ToList().Sum());
        WriteLine(data.AsParallel().Aggregate(0, (a, b) => a + b, (a, b) => a + b, a => a));
        Attempt.Do("failing", () =>
        {
            try
            {
                data.AsParallel().ForAll(n => throw new InvalidOperationException("in parallel"));
            }
            catch (AggregateException e)
            {
                throw e.InnerExceptions[0];
            }
        });
    }
}
