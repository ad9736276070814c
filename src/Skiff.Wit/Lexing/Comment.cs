namespace Skiff.Wit.Lexing;

/// <summary>A comment (WIT.md, "Comments").</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset after its last character, the line break excluded.</param>
/// <param name="IsBlock">Whether it is <c>/* … */</c> rather than <c>// …</c>.</param>
/// <param name="IsDocumentation">Whether it documents what follows: <c>/// …</c> or <c>/** … */</c>.</param>
public readonly record struct Comment(int Start, int End, bool IsBlock, bool IsDocumentation);
