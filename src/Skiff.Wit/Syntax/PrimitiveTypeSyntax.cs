using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>A type with a keyword of its own.</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Type">The type.</param>
public sealed record PrimitiveTypeSyntax(SourceSpan Span, PrimitiveType Type) : TypeSyntax(Span);
