namespace Skiff.Cli.Targets;

/// <summary>A line <c>#:kind name value</c> at the beginning of a C# file.</summary>
/// <param name="Kind">What it says: <c>package</c>, <c>property</c> or <c>project</c>.</param>
/// <param name="Name">The package, property or project.</param>
/// <param name="Value">The package's version or the property's value.</param>
internal sealed record FileDirective(string Kind, string Name, string? Value)
{
    /// <summary>The directives of a file, which stand before its first line of code.</summary>
    public static IReadOnlyList<FileDirective> Read(string source, string shownName)
    {
        var directives = new List<FileDirective>();
        int number = 0;
        bool inComment = false;
        foreach (string line in File.ReadLines(source))
        {
            number++;
            string text = line.Trim();
            if (inComment || text.StartsWith("/*", StringComparison.Ordinal))
            {
                inComment = !text.Contains("*/", StringComparison.Ordinal);
            }
            else if (text.StartsWith("#:", StringComparison.Ordinal))
            {
                directives.Add(Parse(text[2..].Trim(), $"'{line.Trim()}' in {shownName}, line {number},"));
            }
            else if (text.Length > 0 && !text.StartsWith("#!", StringComparison.Ordinal) && !text.StartsWith("//", StringComparison.Ordinal))
            {
                break;
            }
        }

        return directives;
    }

    private static FileDirective Parse(string text, string place)
    {
        string[] words = text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string kind = words.FirstOrDefault("");
        string rest = words.Length > 1 ? words[1] : "";
        if (kind is "sdk")
        {
            return rest == "Microsoft.NET.Sdk"
                ? new FileDirective(kind, rest, null)
                : throw new CommandLineException($"{place} asks for an SDK that does not build for WASI; remove the line");
        }

        if (kind is not ("package" or "property" or "project"))
        {
            throw new CommandLineException($"{place} is not known; write #:package, #:property or #:project");
        }

        char separator = kind == "package" ? '@' : '=';
        int position = kind == "project" ? -1 : rest.IndexOf(separator, StringComparison.Ordinal);
        string name = (position < 0 ? rest : rest[..position]).Trim();
        bool isName = kind == "property"
            ? name.Length > 0 && !char.IsDigit(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
            : name.Length > 0;
        if (!isName || (kind == "property" && position < 0))
        {
            throw new CommandLineException(
                $"{place} has the wrong form; write {(kind == "package" ? "#:package NAME@VERSION" : kind == "property" ? "#:property NAME=VALUE" : "#:project PATH")}");
        }

        return new FileDirective(kind, name, position < 0 ? null : rest[(position + 1)..].Trim());
    }
}
