using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>An interface (WIT.md, "Item: interface").</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Name">The name.</param>
/// <param name="Items">Uses, types and functions.</param>
public sealed record InterfaceSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, IdentifierSyntax Name, IReadOnlyList<ItemSyntax> Items)
    : ItemSyntax(Span, Header);
