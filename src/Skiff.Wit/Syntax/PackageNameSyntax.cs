using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>The name of a package (WIT.md, "Package declaration").</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Name">The name.</param>
public sealed record PackageNameSyntax(SourceSpan Span, PackageName Name) : SyntaxNode(Span);
