using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>variant a { b, c(d) }</c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Name">The name.</param>
/// <param name="Cases">The cases.</param>
public sealed record VariantSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, IdentifierSyntax Name, IReadOnlyList<CaseSyntax> Cases)
    : TypeDefinitionSyntax(Span, Header, Name);
