using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary><c>type a = b;</c></summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Header">What stands before it.</param>
/// <param name="Name">The name.</param>
/// <param name="Type">The type it stands for.</param>
public sealed record TypeAliasSyntax(SourceSpan Span, ItemHeaderSyntax Header, IdentifierSyntax Name, TypeSyntax Type)
    : TypeDefinitionSyntax(Span, Header, Name);
