using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>The definition of a type (WIT.md, <c>typedef-item</c>).</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Name">The name.</param>
public abstract record TypeDefinitionSyntax(SourceSpan Span, ItemHeaderSyntax Header, IdentifierSyntax Name)
    : ItemSyntax(Span, Header);
