using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>list&lt;a></c> or <c>list&lt;a, 4></c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Element">The type of the elements.</param>
/// <param name="Length">How many there are, when that is fixed.</param>
public sealed record ListTypeSyntax(SourceSpan Span, TypeSyntax Element, uint? Length) : TypeSyntax(Span);
