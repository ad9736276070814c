using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>An identifier (WIT.md, "WIT Identifiers").</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Name">The name, without <c>%</c>.</param>
/// <param name="IsEscaped">Whether it is written with <c>%</c>.</param>
public sealed record IdentifierSyntax(SourceSpan Span, string Name, bool IsEscaped) : SyntaxNode(Span);
