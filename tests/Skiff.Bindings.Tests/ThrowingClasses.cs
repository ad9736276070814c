using System.Text;
using Microsoft.CodeAnalysis;

namespace Skiff.Bindings.Tests;

/// <summary>C# classes that implement interfaces with static members, by throwing.</summary>
internal static class ThrowingClasses
{
    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>A class for each of the interfaces that a compilation declares and that a world needs an implementation of.</summary>
    public static string For(Compilation compilation)
    {
        StringBuilder code = new("#pragma warning disable CS1591\n");
        int number = 0;
        foreach (INamedTypeSymbol type in TypesIn(compilation.Assembly.GlobalNamespace))
        {
            IMethodSymbol[] members = [.. type.GetMembers().OfType<IMethodSymbol>().Where(member => member.IsStatic)];
            if (type.TypeKind == TypeKind.Interface && members.Length > 0)
            {
                code.Append($"internal sealed class Implementation{number++} : {type.ToDisplayString(s_format)}\n{{\n");
                foreach (IMethodSymbol member in members)
                {
                    IEnumerable<string> parameters = member.Parameters.Select(item => $"{item.Type.ToDisplayString(s_format)} @{item.Name}");
                    code.Append($"    public static {member.ReturnType.ToDisplayString(s_format)} {member.Name}({string.Join(", ", parameters)}) => throw new System.NotSupportedException();\n");
                }

                code.Append("}\n");
            }
        }

        return code.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container.GetMembers().SelectMany<ISymbol, INamedTypeSymbol>(member => member switch
        {
            INamespaceSymbol ns => TypesIn(ns),
            INamedTypeSymbol type => [type, .. TypesIn(type)],
            _ => [],
        });
}
