using System.Text.RegularExpressions;
using Skiff.Runtime.Packing;

namespace Skiff.Runtime.References;

/// <summary>
/// The part of the runtime whose object files the package does not have, but its C sources: whoever links the runtime
/// anew compiles them. A function refers to no more than what its text names.
/// </summary>
internal static partial class DriverSources
{
    /// <summary>Adds the functions of the sources and what they name to <paramref name="objects"/>.</summary>
    /// <returns>The functions, by name.</returns>
    public static IReadOnlyDictionary<string, RuntimeSymbol> AddTo(RuntimeObjects objects, RuntimePackage package)
    {
        var bodies = new Dictionary<string, HashSet<string>>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(package.Native, "src"), "*.c").Order(StringComparer.Ordinal))
        {
            var text = NotCode().Replace(File.ReadAllText(path), " ");
            foreach (Match definition in Definition().Matches(text))
            {
                var name = definition.Groups["name"].Value;
                if (!bodies.TryGetValue(name, out var words))
                {
                    bodies.Add(name, words = []);
                }

                words.UnionWith(Word().Matches(definition.Groups["body"].Value).Select(m => m.Value));
            }
        }

        var symbols = bodies.Keys.ToDictionary(name => name, objects.Add);
        foreach (var (name, words) in bodies)
        {
            foreach (var word in words)
            {
                symbols[name].References.UnionWith(objects.Find(word));
                if (symbols.TryGetValue(word, out var other))
                {
                    symbols[name].References.Add(other);
                }
            }
        }

        return symbols;
    }

    // Comments and string literals.
    [GeneratedRegex("""/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])'""", RegexOptions.Singleline)]
    private static partial Regex NotCode();

    // A definition's body is from the brace after its parameters to the first one in column 0.
    [GeneratedRegex(@"^(?![#\s])[^\n{};#]*?\b(?<name>\w+)\s*\([^{};]*?\)[^{};()]*?\n?\{(?<body>.*?)^\}", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\b[A-Za-z_]\w*\b")]
    private static partial Regex Word();
}
