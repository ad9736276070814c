using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>A name in a <c>use</c> or <c>include</c>, as <c>a</c> or <c>a as b</c>.</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Name">The name there.</param>
/// <param name="Alias">The name here, when another.</param>
public sealed record RenamedSyntax(SourceSpan Span, IdentifierSyntax Name, IdentifierSyntax? Alias) : SyntaxNode(Span)
{
    /// <summary>The name here.</summary>
    public IdentifierSyntax LocalName => Alias ?? Name;
}
