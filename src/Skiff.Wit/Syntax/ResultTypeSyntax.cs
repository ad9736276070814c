using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>result</c>, <c>result&lt;a></c>, <c>result&lt;_, b></c> or <c>result&lt;a, b></c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Ok">The type of the value in case of success.</param>
/// <param name="Error">The type of the value in case of failure.</param>
public sealed record ResultTypeSyntax(SourceSpan Span, TypeSyntax? Ok, TypeSyntax? Error) : TypeSyntax(Span);
