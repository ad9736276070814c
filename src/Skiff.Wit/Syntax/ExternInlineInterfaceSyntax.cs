using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>import a: interface { … }</c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="IsExport">Whether it is an export.</param>
/// <param name="PlainName">The name.</param>
/// <param name="Items">Uses, types and functions.</param>
public sealed record ExternInlineInterfaceSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, bool IsExport, IdentifierSyntax PlainName, IReadOnlyList<ItemSyntax> Items)
    : ExternSyntax(Span, Header, IsExport, PlainName);
