using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>@unstable(feature = …)</c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Feature">The feature that has to be asked for.</param>
public sealed record UnstableGateSyntax(SourceSpan Span, IdentifierSyntax Feature) : GateSyntax(Span);
