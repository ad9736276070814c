using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>record a { b: c }</c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Name">The name.</param>
/// <param name="Fields">The fields.</param>
public sealed record RecordSyntax(
    SourceSpan Span, ItemHeaderSyntax Header, IdentifierSyntax Name, IReadOnlyList<NamedTypeSyntax> Fields)
    : TypeDefinitionSyntax(Span, Header, Name);
