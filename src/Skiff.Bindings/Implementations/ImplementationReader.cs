using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Skiff.Bindings.Implementations;

/// <summary>Reads the classes that may implement exported interfaces.</summary>
internal static class ImplementationReader
{
    /// <summary>Whether a node declares a class that can be one.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is TypeDeclarationSyntax { BaseList: not null } type
        && type is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax
        && !((TypeDeclarationSyntax)node).Modifiers.Any(SyntaxKind.AbstractKeyword);

    /// <summary>Reads a class.</summary>
    public static Implementation? Read(GeneratorSyntaxContext context, CancellationToken token)
    {
        TypeDeclarationSyntax type = (TypeDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(type, token) is not INamedTypeSymbol { IsGenericType: false } symbol)
        {
            return null;
        }

        List<string> namespaces = [];
        for (INamespaceSymbol? ns = symbol.ContainingNamespace; ns is { IsGlobalNamespace: false }; ns = ns.ContainingNamespace)
        {
            namespaces.Add(ns.ToDisplayString());
        }

        foreach (UsingDirectiveSyntax directive in type.SyntaxTree.GetRoot(token).DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>())
        {
            if (directive.Alias is null && directive.Name is { } name)
            {
                namespaces.Add(Plain(name));
            }
        }

        return new(
            symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            new([.. type.BaseList!.Types.Select(item => Plain(item.Type))]),
            new(namespaces));
    }

    private static string Plain(SyntaxNode name)
    {
        string text = new([.. name.ToString().Where(c => !char.IsWhiteSpace(c))]);
        return text.StartsWith("global::", StringComparison.Ordinal) ? text.Substring("global::".Length) : text;
    }
}
