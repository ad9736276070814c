using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>A gate (WIT.md, "Feature Gates").</summary>
/// <param name="Span">Where it is written, from <c>@</c> to <c>)</c>.</param>
public abstract record GateSyntax(SourceSpan Span) : SyntaxNode(Span);
