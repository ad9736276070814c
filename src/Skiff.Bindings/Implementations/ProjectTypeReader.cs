using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Skiff.Bindings.Writing;

namespace Skiff.Bindings.Implementations;

/// <summary>Finds the types of the project that stand in the way of the names that generated code uses.</summary>
internal static class ProjectTypeReader
{
    private static readonly HashSet<string> s_names = [.. NameShortener.KnownTypes.Values.SelectMany(names => names)];

    /// <summary>Whether a node declares a type that can be one.</summary>
    public static bool IsCandidate(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => s_names.Contains(type.Identifier.ValueText),
        DelegateDeclarationSyntax type => s_names.Contains(type.Identifier.ValueText),
        _ => false,
    };

    /// <summary>Reads a type.</summary>
    public static ProjectType? Read(GeneratorSyntaxContext context, CancellationToken token) =>
        context.SemanticModel.GetDeclaredSymbol(context.Node, token) is INamedTypeSymbol { ContainingNamespace: { } ns } symbol
            ? new(ns.ToDisplayString(), symbol.Name)
            : null;
}
