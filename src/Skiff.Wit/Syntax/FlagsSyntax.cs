using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>flags a { b, c }</c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Name">The name.</param>
/// <param name="Flags">The flags.</param>
public sealed record FlagsSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, IdentifierSyntax Name, IReadOnlyList<CaseSyntax> Flags)
    : TypeDefinitionSyntax(Span, Header, Name);
