using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>A type where one is used (WIT.md, "Types").</summary>
/// <param name="Span">Where it is written.</param>
public abstract record TypeSyntax(SourceSpan Span) : SyntaxNode(Span);
