namespace Skiff.Wit.Text;

/// <summary>A WIT file: where it comes from and what it says. Nothing here touches a file system.</summary>
public sealed class WitFile
{
    private int[]? _lineStarts;

    /// <summary>Makes a source of a path, which messages name, and the text found there.</summary>
    public WitFile(string path, string text)
        : this(path, text, undecodable: null)
    {
    }

    /// <summary>Makes a source of what is not all text.</summary>
    internal WitFile(string path, string text, int? undecodable)
    {
        Path = path;
        Text = text;
        Undecodable = undecodable;
    }

    /// <summary>The path, as messages show it.</summary>
    public string Path { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Where in <see cref="Text"/> bytes were that are not UTF-8; null if there were none.</summary>
    internal int? Undecodable { get; }

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Text);

    /// <summary>The line and column of an offset into <see cref="Text"/>.</summary>
    public SourcePosition GetPosition(int offset)
    {
        int line = Array.BinarySearch(LineStarts, offset);
        line = line < 0 ? ~line - 1 : line;
        return new(line + 1, offset - LineStarts[line] + 1);
    }

    /// <summary>The text of a line, counted from 1, without its line break.</summary>
    public string GetLine(int line)
    {
        int start = LineStarts[line - 1];
        int end = line < LineStarts.Length ? LineStarts[line] : Text.Length;
        return Text.Substring(start, end - start).TrimEnd('\r', '\n');
    }

    /// <summary>The path.</summary>
    public override string ToString() => Path;

    private static int[] FindLineStarts(string text)
    {
        List<int> starts = [0];
        for (int index = text.IndexOf('\n'); index >= 0; index = text.IndexOf('\n', index + 1))
        {
            starts.Add(index + 1);
        }

        return [.. starts];
    }
}
