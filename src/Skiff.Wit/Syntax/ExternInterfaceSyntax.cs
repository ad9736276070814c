using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>import a:b/c;</c> or <c>import d: a:b/c;</c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="IsExport">Whether it is an export.</param>
/// <param name="Name">The plain name, when it has one.</param>
/// <param name="Path">The interface.</param>
public sealed record ExternInterfaceSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, bool IsExport, IdentifierSyntax? Name, UsePathSyntax Path)
    : ExternSyntax(Span, Header, IsExport, Name);
