using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>What names an interface or a world (WIT.md, <c>use-path</c>).</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Package">The package; none for one in scope.</param>
/// <param name="Name">The name.</param>
public sealed record UsePathSyntax(SourceSpan Span, PackageNameSyntax? Package, IdentifierSyntax Name)
    : SyntaxNode(Span);
