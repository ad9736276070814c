using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>future</c> or <c>future&lt;a></c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Element">The type of the value.</param>
public sealed record FutureTypeSyntax(SourceSpan Span, TypeSyntax? Element) : TypeSyntax(Span);
