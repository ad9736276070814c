using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>Something that can be documented and gated.</summary>
/// <param name="Span">Where it is written, without its header.</param>
/// <param name="Header">What stands before it.</param>
public abstract record ItemSyntax(SourceSpan Span, ItemHeaderSyntax Header) : SyntaxNode(Span);
