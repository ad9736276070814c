using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>borrow&lt;a></c> or <c>own&lt;a></c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="IsBorrow">Whether it is <c>borrow</c>.</param>
/// <param name="Resource">The resource.</param>
public sealed record HandleTypeSyntax(SourceSpan Span, bool IsBorrow, IdentifierSyntax Resource) : TypeSyntax(Span);
