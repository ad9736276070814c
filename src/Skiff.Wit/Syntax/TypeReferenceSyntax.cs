using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>The name of a type.</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Name">The name.</param>
public sealed record TypeReferenceSyntax(SourceSpan Span, IdentifierSyntax Name) : TypeSyntax(Span);
