using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Skiff.Runtime.Guest;

/// <summary>Collections that know where their keys are by hash codes which depend on the process's seeds.</summary>
internal static class Collections
{
    private const int Count = 100;

    private static readonly Dictionary<(string, int), int> s_tuples = [];
    private static readonly Dictionary<Seeded, int> s_seeded = [];
    private static readonly Hashtable s_table = [];
    private static readonly HashSet<Point> s_points = [];
    private static readonly ConcurrentDictionary<string, int> s_concurrent = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, int> s_german = new(StringComparer.Create(CultureInfo.GetCultureInfo("de-DE"), ignoreCase: true));
    private static readonly Dictionary<int, string> s_own = [];
    private static readonly Dictionary<int, string> s_combined = [];
    private static readonly Dictionary<int, string> s_ignoring = [];
    private static ImmutableDictionary<string, int> s_immutable = ImmutableDictionary<string, int>.Empty;
    private static FrozenDictionary<(string, int), int> s_frozen = FrozenDictionary<(string, int), int>.Empty;
    private static ILookup<string, int>? s_lookup;

    public static void Fill()
    {
        for (int i = 0; i < Count; i++)
        {
            s_tuples[(Name(i), i)] = i;
            s_seeded[new Seeded(Name(i), i)] = i;
            s_table[Name(i)] = i;
            s_points.Add(new Point(i, Name(i)));
            s_concurrent[Name(i)] = i;
            s_german[Name(i)] = i;
            s_own[Name(i).GetHashCode()] = Name(i);
            s_combined[Streamed(i)] = Name(i);
            s_ignoring[Name(i).GetHashCode(StringComparison.OrdinalIgnoreCase)] = Name(i);
            s_immutable = s_immutable.SetItem(Name(i), i);
        }

        s_frozen = s_tuples.ToFrozenDictionary();
        s_lookup = Enumerable.Range(0, Count).ToLookup(Name);
        Regex.IsMatch("warm", "^w.*m$");
    }

    /// <summary>The collections that do not find every key, and no other.</summary>
    public static string Lost()
    {
        var lost = new List<string>();
        Check(nameof(s_tuples), i => s_tuples.TryGetValue((Name(i), i), out int value) && value == i && !s_tuples.ContainsKey((Name(i), -1)));
        Check(nameof(s_seeded), i => s_seeded.TryGetValue(new Seeded(Name(i), i), out int value) && value == i && s_seeded.ContainsKey(s_seeded.Keys.ElementAt(i)));
        Check(nameof(s_table), i => s_table[Name(i)] is int value && value == i && s_table["no" + i] is null);
        Check(nameof(s_points), i => s_points.Contains(new Point(i, Name(i))) && !s_points.Contains(new Point(-i - 1, Name(i))));
        Check(nameof(s_concurrent), i => s_concurrent.TryGetValue(Name(i).ToUpperInvariant(), out int value) && value == i);
        Check(nameof(s_german), i => s_german.TryGetValue(Name(i).ToUpperInvariant(), out int value) && value == i);
        Check(nameof(s_own), i => s_own[Name(i).GetHashCode()] == Name(i) && string.GetHashCode(Name(i).AsSpan()) == Name(i).GetHashCode());
        Check(nameof(s_combined), i => s_combined[Streamed(i)] == Name(i));
        Check(nameof(s_ignoring), i => s_ignoring[Name(i).ToUpperInvariant().GetHashCode(StringComparison.OrdinalIgnoreCase)] == Name(i));
        Check(nameof(s_immutable), i => s_immutable.TryGetValue(Name(i), out int value) && value == i);
        Check(nameof(s_frozen), i => s_frozen.TryGetValue((Name(i), i), out int value) && value == i);
        Check(nameof(s_lookup), i => s_lookup![Name(i)].Single() == i);
        Check(nameof(Regex), i => Regex.IsMatch("warm", "^w.*m$"));
        Check("new keys", i =>
        {
            s_tuples[("new", i)] = i;
            s_table["new" + i] = i;
            return s_tuples[("new", i)] == i && s_table["new" + i] is int value && value == i && s_table[Name(i)] is not null;
        });
        return string.Join(' ', lost);

        void Check(string name, Func<int, bool> finds)
        {
            if (!Enumerable.Range(0, Count).All(finds))
            {
                lost.Add(name);
            }
        }
    }

    private static string Name(int number) => "Schlüssel " + number;

    private static int Streamed(int number)
    {
        HashCode hash = default;
        for (int i = 0; i < 9; i++)
        {
            hash.Add(number + i);
        }

        return hash.ToHashCode();
    }

    private sealed record Point(int Number, string Name);
}
