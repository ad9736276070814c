using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>A part of a file as it is written, before names are resolved. Syntax trees do not change.</summary>
/// <param name="Span">Where it is written.</param>
public abstract record SyntaxNode(SourceSpan Span);
