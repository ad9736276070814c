using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>map&lt;a, b></c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Key">The type of the keys.</param>
/// <param name="Value">The type of the values.</param>
public sealed record MapTypeSyntax(SourceSpan Span, TypeSyntax Key, TypeSyntax Value) : TypeSyntax(Span);
