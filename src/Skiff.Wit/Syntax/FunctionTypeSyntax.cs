using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>async func(a: b) -> c</c> (WIT.md, <c>func-type</c>).</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="IsAsync">Whether it is <c>async</c>.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Result">The type after the arrow.</param>
public sealed record FunctionTypeSyntax(
    SourceSpan Span, bool IsAsync, IReadOnlyList<NamedTypeSyntax> Parameters, TypeSyntax? Result) : SyntaxNode(Span);
