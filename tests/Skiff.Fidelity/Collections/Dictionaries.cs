using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Skiff.Fidelity.Collections;

public static class Dictionaries
{
    private static string Text<T>(IEnumerable<T> items) => string.Join(' ', items);

    [Program]
    public static void Hashed()
    {
        Dictionary<string, int> map = new(StringComparer.OrdinalIgnoreCase) { ["One"] = 1, ["two"] = 2 };
        map["ONE"]++;
        WriteLine($"{Text(map)} {map.TryAdd("Two", 5)} {map.GetValueOrDefault("three", -1)} {map.Remove("two", out int removed)} {removed}");
        ref int slot = ref CollectionsMarshal.GetValueRefOrAddDefault(map, "new", out bool exists);
        slot = 42;
        WriteLine($"{exists} {map["new"]}");
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = map.GetAlternateLookup<ReadOnlySpan<char>>();
        WriteLine($"{lookup["xNEWx".AsSpan(1, 3)]} {lookup.ContainsKey("absent")}");
        Attempt.Do("missing key", () => _ = map["absent"]);
        Attempt.Do("duplicate", () => map.Add("one", 3));
        Attempt.Do("null key", () => map[null!] = 1);
        Attempt.Do("modified", () =>
        {
            foreach (string key in map.Keys)
            {
                map[key + "x"] = 0;
            }
        });
        HashSet<int> set = [1, 2, 3, 4];
        set.IntersectWith([2, 3, 9]);
        set.UnionWith([7]);
        set.SymmetricExceptWith([3, 8]);
        WriteLine($"{Text(set.Order())} {set.IsSubsetOf([2, 7, 8, 1])} {set.Overlaps([1])} {set.SetEquals([8, 7, 2])} {set.Add(2)} {set.TryGetValue(7, out int found)} {found}");
        Dictionary<(int, string), double> tuples = new() { [(1, "a")] = 0.5 };
        WriteLine(tuples[(1, "a")]);
        Dictionary<Key, string> custom = new() { [new Key(1)] = "x" };
        WriteLine($"{custom[new Key(1)]} {custom.ContainsKey(new Key(2))}");
        OrderedDictionary<string, int> ordered = new() { ["z"] = 1, ["a"] = 2 };
        ordered.Insert(1, "m", 3);
        WriteLine($"{Text(ordered)} {ordered.IndexOf("a")} {ordered.GetAt(0)}");
        int collisions = 0;
        Dictionary<Bad, int> bad = [];
        for (int i = 0; i < 300; i++)
        {
            bad[new Bad(i)] = i;
        }

        for (int i = 0; i < 300; i++)
        {
            collisions += bad[new Bad(i)];
        }

        WriteLine(collisions);
    }

    private readonly record struct Key(int Value);

    private sealed record Bad(int Value)
    {
        public override int GetHashCode() => 1;
    }

    [Program]
    public static void Sorted()
    {
        SortedDictionary<string, int> map = new(StringComparer.Ordinal) { ["b"] = 2, ["A"] = 1, ["a"] = 3 };
        WriteLine(Text(map));
        SortedList<int, string> list = new() { { 5, "five" }, { 1, "one" }, { 3, "three" } };
        WriteLine($"{Text(list)} {list.IndexOfKey(3)} {list.GetKeyAtIndex(0)}");
        SortedSet<int> set = [.. Enumerable.Range(0, 200).Select(i => i * 37 % 101)];
        WriteLine($"{set.Count} {set.Min} {set.Max} {Text(set.GetViewBetween(10, 20))} {Text(set.Reverse().Take(3))} {set.RemoveWhere(i => i % 2 == 0)}");
        SortedSet<string> cultured = new(StringComparer.InvariantCulture) { "b", "A", "a", "B", "ä", "z" };
        WriteLine(Text(cultured));
    }

    [Program]
    public static void Immutable()
    {
        ImmutableArray<int> array = [1, 2, 3];
        ImmutableArray<int> more = array.Add(4).Insert(0, 0).RemoveAt(2);
        WriteLine($"{Text(array)} | {Text(more)} {more.IndexOf(4)} {array.IsDefault} {default(ImmutableArray<int>).IsDefault}");
        ImmutableList<string> list = ["a", "b"];
        WriteLine($"{Text(list.Add("c").Replace("a", "z").Reverse())} {list.Count}");
        ImmutableDictionary<string, int> map = ImmutableDictionary<string, int>.Empty.Add("x", 1).SetItem("y", 2);
        WriteLine($"{map["y"]} {map.Remove("x").ContainsKey("x")} {map.Count}");
        ImmutableSortedDictionary<int, string>.Builder builder = ImmutableSortedDictionary.CreateBuilder<int, string>();
        for (int i = 20; i > 0; i--)
        {
            builder[i] = new string('*', i % 4);
        }

        WriteLine(Text(builder.ToImmutable().Take(5)));
        WriteLine($"{Text(ImmutableSortedSet.Create(5, 1, 3))} {Text(ImmutableStack.Create(1, 2).Push(3))} {ImmutableQueue.Create(1, 2).Dequeue().Peek()} {ImmutableHashSet.Create(1, 2).Union([2, 3]).Count}");
        int updates = 0;
        ImmutableInterlocked.Update(ref map, m => { updates++; return m.Add("z", 3); });
        WriteLine($"{map.Count} {updates}");
        Attempt.Do("conflict", () => map.Add("x", 2));
        FrozenDictionary<string, int> frozen = new Dictionary<string, int> { ["alpha"] = 1, ["beta"] = 2, ["gamma"] = 3 }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        WriteLine($"{frozen["ALPHA"]} {frozen.TryGetValue("delta", out _)} {frozen.Count} {new[] { 1, 5, 9 }.ToFrozenSet().Contains(5)}");
        Attempt.Do("frozen missing", () => _ = frozen["zeta"]);
    }

    [Program]
    public static void Comparers()
    {
        string[] words = ["b", "B", "a", "A", "ä", "ae", "Z", "_", "1", "10", "2", "é", "e", "co-op", "coop", "CO-OP"];
        foreach ((string name, StringComparer comparer) in new[] { ("ordinal", StringComparer.Ordinal), ("ignore case", StringComparer.OrdinalIgnoreCase), ("invariant", StringComparer.InvariantCulture), ("invariant ignore case", StringComparer.InvariantCultureIgnoreCase) })
        {
            WriteLine($"{name}: {Text(words.OrderBy(w => w, comparer))}");
            WriteLine($"{words.Distinct(comparer).Count()} {comparer.Equals("a", "A")} {Math.Sign(comparer.Compare("co-op", "coop"))}");
        }

        StringComparer numeric = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);
        WriteLine(Text(new[] { "file10", "file9", "file1" }.Order(numeric)));
        IEqualityComparer<int[]> structural = EqualityComparer<int[]>.Create((a, b) => a.AsSpan().SequenceEqual(b), a => a.Length);
        WriteLine(new HashSet<int[]>(structural) { new[] { 1 }, new[] { 1 } }.Count);
        WriteLine($"{Comparer<string>.Default.Compare("a", "b")} {Comparer<int?>.Default.Compare(null, 1)} {EqualityComparer<string>.Default.Equals("x", "x")} {ReferenceEqualityComparer.Instance.Equals("x", new string('x', 1))}");
    }
}
