using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>A world (WIT.md, "Item: world").</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Name">The name.</param>
/// <param name="Items">Imports, exports, uses, types and includes.</param>
public sealed record WorldSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, IdentifierSyntax Name, IReadOnlyList<ItemSyntax> Items)
    : ItemSyntax(Span, Header);
