using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>use a.{b, c as d};</c> in an interface or world (WIT.md, "Item: use").</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Path">The interface.</param>
/// <param name="Names">The types.</param>
public sealed record UseSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, UsePathSyntax Path, IReadOnlyList<RenamedSyntax> Names)
    : ItemSyntax(Span, Header);
