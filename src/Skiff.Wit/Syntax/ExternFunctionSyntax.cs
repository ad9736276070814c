using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>import a: func(…);</c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="IsExport">Whether it is an export.</param>
/// <param name="PlainName">The name.</param>
/// <param name="Type">The function's type.</param>
public sealed record ExternFunctionSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, bool IsExport, IdentifierSyntax PlainName, FunctionTypeSyntax Type)
    : ExternSyntax(Span, Header, IsExport, PlainName);
