using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>@deprecated(version = …)</c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Version">The version of the package that deprecated the item.</param>
public sealed record DeprecatedGateSyntax(SourceSpan Span, SemanticVersion Version) : GateSyntax(Span);
