using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>package a:b { … }</c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Name">The name.</param>
/// <param name="Items">The interfaces, worlds and uses.</param>
public sealed record NestedPackageSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, PackageNameSyntax Name, IReadOnlyList<ItemSyntax> Items)
    : ItemSyntax(Span, Header);
