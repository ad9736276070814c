namespace Skiff.Wit.Text;

/// <summary>A stretch of a file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset after its last character.</param>
public readonly record struct SourceSpan(WitFile Source, int Start, int End)
{
    /// <summary>Where it starts.</summary>
    public SourcePosition Position => Source.GetPosition(Start);

    /// <summary>Where it ends: the place after its last character.</summary>
    public SourcePosition EndPosition => Source.GetPosition(End);

    /// <summary>What is written there.</summary>
    public string Text => Source.Text.Substring(Start, End - Start);

    /// <summary>The stretch from here to the end of another of the same file.</summary>
    public SourceSpan To(SourceSpan end) => new(Source, Start, end.End);

    /// <summary>Path, line and column, as <c>file.wit:3:7</c>.</summary>
    public override string ToString() => $"{Source.Path}:{Position.Line}:{Position.Column}";
}
