using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>option&lt;a></c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Element">The type of the value, if there is one.</param>
public sealed record OptionTypeSyntax(SourceSpan Span, TypeSyntax Element) : TypeSyntax(Span);
