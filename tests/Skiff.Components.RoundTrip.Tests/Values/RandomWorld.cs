using System.Text;

namespace Skiff.Components.RoundTrip.Tests.Values;

/// <summary>Writes a world whose functions have types that nobody would think of.</summary>
internal sealed class RandomWorld
{
    private const int Functions = 40;
    private const int Depth = 3;

    private static readonly string[] s_primitives = ["bool", "s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64", "f32", "f64", "char", "string"];
    private static readonly string[] s_keys = ["bool", "s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64", "char", "string"];

    private readonly Random _random;
    private readonly StringBuilder _definitions = new();
    private readonly List<string> _names = [];

    private RandomWorld(int seed) => _random = new(seed);

    /// <summary>The WIT text; the same for the same seed.</summary>
    public static string Write(int seed)
    {
        RandomWorld world = new(seed);
        StringBuilder functions = new();
        for (int i = 0; i < Functions; i++)
        {
            // What has several parameters returns a tuple of them.
            string[] types = world.Types(world._random.Next(4) == 0 ? world._random.Next(2, 9) : 1, Depth);
            string parameters = string.Join(", ", types.Select((type, index) => $"p{index}: {type}"));
            functions.AppendLine($"    echo{i}: func({parameters}) -> {(types.Length == 1 ? types[0] : $"tuple<{string.Join(", ", types)}>")};");
        }

        return $"package example:random@1.0.0;\n\ninterface functions {{\n{world._definitions}{functions}}}\n\nworld random {{ import functions; export functions; }}\n";
    }

    private string[] Types(int count, int depth) => [.. Enumerable.Range(0, count).Select(_ => Type(depth))];

    private string Type(int depth) => depth == 0 ? Pick(s_primitives) : _random.Next(11) switch
    {
        0 or 1 => Pick(s_primitives),
        2 => $"list<{Type(depth - 1)}>",
        3 => $"option<{Type(depth - 1)}>",
        4 => Result(depth),
        5 => $"tuple<{string.Join(", ", Types(_random.Next(1, 6), depth - 1))}>",
        6 => $"map<{Pick(s_keys)}, {Type(depth - 1)}>",
        7 => Define("record", Types(_random.Next(1, 7), depth - 1).Select((type, index) => $"f{index}: {type}")),
        8 => Define("variant", Enumerable.Range(0, _random.Next(1, 7)).Select(index => _random.Next(4) == 0 ? $"c{index}" : $"c{index}({Type(depth - 1)})")),
        9 => _random.Next(2) == 0
            ? Define("enum", Enumerable.Range(0, _random.Next(1, 9)).Select(index => $"c{index}"))
            : Define("flags", Enumerable.Range(0, _random.Next(1, 33)).Select(index => $"b{index}")),
        _ => _names.Count > 0 ? Pick(_names) : Pick(s_primitives),
    };

    private string Result(int depth) => _random.Next(4) switch
    {
        0 => "result",
        1 => $"result<{Type(depth - 1)}>",
        2 => $"result<_, {Type(depth - 1)}>",
        _ => $"result<{Type(depth - 1)}, {Type(depth - 1)}>",
    };

    private string Define(string kind, IEnumerable<string> items)
    {
        // What it refers to is defined first.
        string[] parts = [.. items];
        string name = $"t{_names.Count}";
        _definitions.AppendLine($"    {kind} {name} {{ {string.Join(", ", parts)} }}");
        _names.Add(name);
        return name;
    }

    private string Pick(IReadOnlyList<string> choices) => choices[_random.Next(choices.Count)];
}
