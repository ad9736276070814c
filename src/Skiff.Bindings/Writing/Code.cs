using System.Text;

namespace Skiff.Bindings.Writing;

/// <summary>Lines of C#, indented by the braces they are in.</summary>
internal sealed class Code
{
    /// <summary>Where a line that is too long goes on in lines of its own; a space in one that is not.</summary>
    public const char Break = '\u0001';

    // The same, and nothing in one that is not.
    private const char Start = '\u0002';

    private const int MaximumWidth = 130;

    private static readonly string[] s_continuations = ["}", "else", "catch", "finally", "case ", "default:"];

    private readonly List<(int Depth, string Text)> _lines = [];
    private int _depth;

    /// <summary>Whether there are no lines.</summary>
    public bool IsEmpty => _lines.Count == 0;

    /// <summary>Adds a line, or an empty one.</summary>
    public void Line(string text = "") => _lines.Add((_depth, text));

    /// <summary>Adds an empty line, unless one would follow a brace or another.</summary>
    public void Separate()
    {
        if (_lines.Count > 0 && _lines[_lines.Count - 1].Text is not ("" or "{"))
        {
            Line();
        }
    }

    /// <summary>Adds a line and opens a brace below it.</summary>
    public void Open(string text)
    {
        Line(text);
        Line("{");
        _depth++;
    }

    /// <summary>Closes a brace.</summary>
    public void Close(string suffix = "")
    {
        _depth--;
        Line("}" + suffix);
    }

    /// <summary>Adds the lines of another, indented as this is.</summary>
    /// <param name="code">The lines.</param>
    /// <param name="needless">What names need not begin with there.</param>
    public void Add(Code code, string needless = "")
    {
        foreach ((int depth, string text) in code._lines)
        {
            _lines.Add((_depth + depth, needless.Length == 0 ? text : text.Replace(needless, "")));
        }
    }

    /// <summary>Whether a part of a line is short enough to stand with others in one.</summary>
    public static bool IsShort(string text) => text.IndexOf('?') < 0 && NameShortener.ShortestLength(text) <= 60;

    /// <summary>Parameters or arguments.</summary>
    public static string List(IReadOnlyList<string> items) => (items.Count > 1 ? Start.ToString() : "") + string.Join("," + Break, items);

    /// <summary>A part that does not go on in lines of its own.</summary>
    public static string Unbroken(string text) => text.Replace(Start.ToString(), "").Replace(Break, ' ');

    /// <summary>The lines, with an empty one after each block.</summary>
    /// <param name="shorten">Makes names short.</param>
    public string ToString(Func<string, string> shorten)
    {
        StringBuilder text = new();
        (int Depth, string Text) before = default;
        foreach ((int depth, string line) in _lines)
        {
            if (before.Depth == depth
                && before.Text is "}" or "};"
                && line.Length > 0
                && !s_continuations.Any(item => line.StartsWith(item, StringComparison.Ordinal)))
            {
                text.Append('\n');
            }

            before = (depth, line);
            string indent = line.Length == 0 ? "" : new(' ', 4 * depth);
            string content = shorten(line);
            string next = $"\n{indent}    ";
            text.Append(indent)
                .Append(indent.Length + content.Length <= MaximumWidth ? Unbroken(content) : content.Replace(Start.ToString(), next).Replace(Break.ToString(), next))
                .Append('\n');
        }

        return text.ToString();
    }
}
