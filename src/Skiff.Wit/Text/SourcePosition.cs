namespace Skiff.Wit.Text;

/// <summary>A place in a file, as editors count.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 code units, from 1.</param>
public readonly record struct SourcePosition(int Line, int Column);
