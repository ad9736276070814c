using System.Collections.Immutable;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Skiff.Bindings.Tests;
using Skiff.Wit;
using Skiff.Wit.Resolution;

namespace Skiff.Components.RoundTrip.Tests.Guests;

/// <summary>Makes a guest of WIT text: a world that exports what it imports, in which each function calls the one it is exported for.</summary>
internal static class PassingGuest
{
    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll")
            .Where(path => !path.EndsWith(".Native.dll", StringComparison.Ordinal))
            .Append(Path.Combine(Built.Guest, "Skiff.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly Lazy<ISourceGenerator> s_generator = new(LoadGenerator);

    /// <summary>Makes one.</summary>
    /// <param name="wit">The package, with one world.</param>
    /// <param name="directory">Where its assembly goes.</param>
    public static Guest Make(string wit, string directory)
    {
        PackageGraph graph = PackageGraph.Resolve(WitSources.FromText("guest.wit", wit));
        graph.ThrowIfErrors();
        World world = graph.SelectWorld();
        Compilation compilation = Generate(wit, Generate(wit, null));
        string assembly = Path.Combine(directory, compilation.AssemblyName + ".dll");
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(assembly);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error).Take(10)));
        return new Guest(assembly, world);
    }

    private static Compilation Generate(string wit, Compilation? declarations)
    {
        CSharpParseOptions options = new(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "Passing",
            declarations is null ? [] : [CSharpSyntaxTree.ParseText(Classes(declarations), options)],
            s_references,
            new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([s_generator.Value], [new AdditionalWit("/wit/guest.wit", wit)], options, new AdditionalWitOptions())
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _, TestContext.Current.CancellationToken);
        return output;
    }

    private static string Classes(Compilation declarations)
    {
        StringBuilder code = new();
        foreach (INamedTypeSymbol type in TypesIn(declarations.Assembly.GlobalNamespace))
        {
            IMethodSymbol[] members = [.. type.GetMembers().OfType<IMethodSymbol>().Where(member => member.IsAbstract && member.IsStatic)];
            if (type.TypeKind == TypeKind.Interface && members.Length > 0)
            {
                string import = $"global::{type.ContainingNamespace}.{type.Name[1..]}";
                code.AppendLine($"internal sealed class {type.Name[1..]}Passing : {type.ToDisplayString(s_format)}\n{{");
                foreach (IMethodSymbol member in members)
                {
                    IEnumerable<string> parameters = member.Parameters.Select(item => $"{item.Type.ToDisplayString(s_format)} @{item.Name}");
                    code.AppendLine($"    public static {member.ReturnType.ToDisplayString(s_format)} {member.Name}({string.Join(", ", parameters)}) =>");
                    code.AppendLine($"        {import}.{member.Name}({string.Join(", ", member.Parameters.Select(item => $"@{item.Name}"))});");
                }

                code.AppendLine("}");
            }
        }

        return code.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol container) =>
        container.GetNamespaceMembers().SelectMany(TypesIn).Concat(container.GetTypeMembers());

    // It has an assembly Skiff.Wit of its own, as in the compiler.
    private static ISourceGenerator LoadGenerator()
    {
        AssemblyLoadContext context = new("generator");
        context.Resolving += (_, name) => Path.Combine(Built.Generator, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        context.LoadFromAssemblyPath(Path.Combine(Built.Generator, "Skiff.Wit.dll"));
        Type type = context.LoadFromAssemblyPath(Path.Combine(Built.Generator, "Skiff.Bindings.dll")).GetType("Skiff.Bindings.BindingsGenerator", throwOnError: true)!;
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }
}
