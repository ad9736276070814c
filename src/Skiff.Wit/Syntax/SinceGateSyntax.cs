using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>@since(version = …)</c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Version">The version of the package that added the item.</param>
public sealed record SinceGateSyntax(SourceSpan Span, SemanticVersion Version) : GateSyntax(Span);
