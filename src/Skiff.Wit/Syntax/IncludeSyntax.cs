using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>include a with { b as c }</c> (WIT.md, "Item: include").</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Path">The world.</param>
/// <param name="Names">What gets other names.</param>
public sealed record IncludeSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, UsePathSyntax Path, IReadOnlyList<RenamedSyntax> Names)
    : ItemSyntax(Span, Header);
