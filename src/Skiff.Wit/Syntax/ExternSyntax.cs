using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>An import or export of a world (WIT.md, <c>import-item</c>, <c>export-item</c>).</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="IsExport">Whether it is an export.</param>
/// <param name="Name">The plain name; none for an interface under its own name.</param>
public abstract record ExternSyntax(SourceSpan Span, ItemHeaderSyntax Header, bool IsExport, IdentifierSyntax? Name)
    : ItemSyntax(Span, Header);
