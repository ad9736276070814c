using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>stream</c> or <c>stream&lt;a></c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Element">The type of the values.</param>
public sealed record StreamTypeSyntax(SourceSpan Span, TypeSyntax? Element) : TypeSyntax(Span);
