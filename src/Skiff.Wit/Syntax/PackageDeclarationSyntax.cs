using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>package a:b;</c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Name">The name.</param>
public sealed record PackageDeclarationSyntax(SourceSpan Span, ItemHeaderSyntax Header, PackageNameSyntax Name)
    : ItemSyntax(Span, Header);
