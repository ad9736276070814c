using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>use a:b/c as d;</c> at the top of a file (WIT.md, "Item: toplevel-use").</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Path">The interface or world.</param>
/// <param name="Alias">The name it gets in the file.</param>
public sealed record TopLevelUseSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, UsePathSyntax Path, IdentifierSyntax? Alias) : ItemSyntax(Span, Header)
{
    /// <summary>The name in the file.</summary>
    public IdentifierSyntax LocalName => Alias ?? Path.Name;
}
