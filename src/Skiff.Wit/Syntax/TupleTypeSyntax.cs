using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>tuple&lt;a, b></c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Elements">The types of the elements.</param>
public sealed record TupleTypeSyntax(SourceSpan Span, IReadOnlyList<TypeSyntax> Elements) : TypeSyntax(Span);
