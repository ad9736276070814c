using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>A parameter, or a field of a record: <c>a: b</c>.</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Documentation">The text of its documentation comments.</param>
/// <param name="Name">The name.</param>
/// <param name="Type">The type.</param>
public sealed record NamedTypeSyntax(
    SourceSpan Span, string? Documentation, IdentifierSyntax Name, TypeSyntax Type) : SyntaxNode(Span);
