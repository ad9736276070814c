using Skiff.Wit.Lexing;
using Skiff.Wit.Parsing;
using Skiff.Wit.Text;

namespace Skiff.Wit.Syntax;

/// <summary>A file (WIT.md, "Top-level items").</summary>
/// <param name="Span">The whole file.</param>
/// <param name="Package">The package the file belongs to, when it says so.</param>
/// <param name="Items">The items: interfaces, worlds, uses and nested packages.</param>
/// <param name="Tokens">The tokens and comments it was read from.</param>
/// <param name="Diagnostics">All that the grammar has against the file.</param>
public sealed record FileSyntax(
    SourceSpan Span,
    PackageDeclarationSyntax? Package,
    IReadOnlyList<ItemSyntax> Items,
    TokenList Tokens,
    IReadOnlyList<WitDiagnostic> Diagnostics) : SyntaxNode(Span)
{
    /// <summary>Whether there are errors; the tree then has what could be understood.</summary>
    public bool HasErrors => Diagnostics.Any(item => item.Severity == WitSeverity.Error);

    /// <summary>Reads a file. Errors are in <see cref="Diagnostics"/>, every one of the file.</summary>
    public static FileSyntax Parse(WitFile source) => Parser.Parse(source);
}
