using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>enum a { b, c }</c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Name">The name.</param>
/// <param name="Cases">The cases.</param>
public sealed record EnumSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, IdentifierSyntax Name, IReadOnlyList<CaseSyntax> Cases)
    : TypeDefinitionSyntax(Span, Header, Name);
