using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>resource a { … }</c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Name">The name.</param>
/// <param name="Functions">The constructor, methods and static functions.</param>
public sealed record ResourceSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, IdentifierSyntax Name, IReadOnlyList<FunctionSyntax> Functions)
    : TypeDefinitionSyntax(Span, Header, Name);
