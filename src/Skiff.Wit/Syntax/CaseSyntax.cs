using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>A case of a variant or enum, or a flag.</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Documentation">The text of its documentation comments.</param>
/// <param name="Name">The name.</param>
/// <param name="Payload">The type in parentheses.</param>
public sealed record CaseSyntax(
    SourceSpan Span, string? Documentation, IdentifierSyntax Name, TypeSyntax? Payload) : SyntaxNode(Span);
