using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>A function of an interface or a resource (WIT.md, <c>func-item</c>, <c>resource-method</c>).</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Name">The name; for a constructor the keyword.</param>
/// <param name="Kind">What it is to a resource.</param>
/// <param name="Type">The type.</param>
public sealed record FunctionSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, IdentifierSyntax Name, FunctionKind Kind, FunctionTypeSyntax Type)
    : ItemSyntax(Span, Header);
