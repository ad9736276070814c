using System.Text;

namespace Skiff.Bindings.Writing;

/// <summary>Lines of C#, indented by the braces they are in.</summary>
internal sealed class Code
{
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
    public void Add(Code code)
    {
        foreach ((int depth, string text) in code._lines)
        {
            _lines.Add((_depth + depth, text));
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach ((int depth, string line) in _lines)
        {
            if (line.Length > 0)
            {
                text.Append(' ', 4 * depth).Append(line);
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
