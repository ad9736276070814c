using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Skiff.Bindings.Implementations;
using Skiff.Bindings.Inputs;

namespace Skiff.Bindings;

/// <summary>Makes C# of the .wit files of a project (docs/bindings.md).</summary>
[Generator(LanguageNames.CSharp)]
public sealed class BindingsGenerator : IIncrementalGenerator
{
    /// <summary>The step that makes the bindings. It runs when a .wit file changed, or what they depend on of the project's code.</summary>
    internal const string BindingsStep = "Bindings";

    /// <summary>The step that hands out a file, for each one that changed.</summary>
    internal const string FileStep = "File";

    private const string Metadata = "build_metadata.AdditionalFiles.SkiffWit";

    private static readonly char[] s_separators = [' ', ',', ';'];

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<EquatableList<WitText>> texts = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(".wit", StringComparison.Ordinal))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, token) => Read(pair.Left, pair.Right.GetOptions(pair.Left), token))
            .Where(file => file is not null)
            .Collect()
            .Select((items, _) => new EquatableList<WitText>([.. items.OfType<WitText>().OrderBy(item => item.Path, StringComparer.Ordinal)]));
        IncrementalValueProvider<EquatableList<Implementation>> implementations = context.SyntaxProvider
            .CreateSyntaxProvider((node, _) => ImplementationReader.IsCandidate(node), ImplementationReader.Read)
            .Collect()
            .Select((items, _) => new EquatableList<Implementation>([.. items.OfType<Implementation>().OrderBy(item => item.Name, StringComparer.Ordinal)]));
        IncrementalValueProvider<EquatableList<ProjectType>> types = context.SyntaxProvider
            .CreateSyntaxProvider((node, _) => ProjectTypeReader.IsCandidate(node), ProjectTypeReader.Read)
            .Collect()
            .Select((items, _) => new EquatableList<ProjectType>([.. items.OfType<ProjectType>()]));
        IncrementalValueProvider<ProjectCode> project = implementations
            .Combine(types)
            .Combine(context.CompilationProvider.Select((compilation, _) => compilation.Options.CheckOverflow))
            .Select((parts, _) => new ProjectCode(parts.Left.Left, parts.Left.Right, parts.Right));
        IncrementalValueProvider<Bindings> bindings = texts.Combine(project)
            .Select((pair, _) => Bindings.Of(pair.Left, pair.Right))
            .WithTrackingName(BindingsStep);
        context.RegisterSourceOutput(
            bindings.SelectMany((item, _) => item.Files).WithTrackingName(FileStep),
            (output, file) => output.AddSource(file.Name, SourceText.From(file.Text, Encoding.UTF8)));
        context.RegisterSourceOutput(
            bindings.SelectMany((item, _) => item.Problems),
            (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
    }

    private static WitText? Read(AdditionalText file, AnalyzerConfigOptions options, CancellationToken token)
    {
        string root = Value("Root");
        return root.Length > 0 && file.GetText(token) is { } text
            ? new(file.Path, text.ToString(), root, List(Value("World")), List(Value("Features")), IsTrue(Value("Results")), PlaceOf(Value("Dependency")))
            : null;

        string Value(string name) => options.TryGetValue(Metadata + name, out string? value) ? value : "";
    }

    private static EquatableList<string> List(string value) => new(value.Split(s_separators, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsTrue(string value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static WitPlace PlaceOf(string dependency) => dependency.ToLowerInvariant() switch
    {
        "true" => WitPlace.Dependency,
        "reference" => WitPlace.Reference,
        "known" => WitPlace.Known,
        _ => WitPlace.Project,
    };
}
