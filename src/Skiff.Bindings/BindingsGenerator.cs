using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Skiff.Bindings.Guest;
using Skiff.Bindings.Implementations;
using Skiff.Bindings.Inputs;
using Skiff.Wit.Text;

namespace Skiff.Bindings;

/// <summary>Makes C# of the .wit files of a project (docs/bindings.md).</summary>
[Generator(LanguageNames.CSharp)]
public sealed class BindingsGenerator : IIncrementalGenerator
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<EquatableList<WitText>> files = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(".wit", StringComparison.Ordinal))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, token) => Read(pair.Left, pair.Right.GetOptions(pair.Left), token))
            .Where(file => file is not null)
            .Collect()
            .Select((items, _) => new EquatableList<WitText>([.. items.OfType<WitText>().OrderBy(item => item.Path, StringComparer.Ordinal)]));
        IncrementalValueProvider<EquatableList<Implementation>> implementations = context.SyntaxProvider
            .CreateSyntaxProvider((node, _) => ImplementationReader.IsCandidate(node), ImplementationReader.Read)
            .Collect()
            .Select((items, _) => new EquatableList<Implementation>([.. items.OfType<Implementation>()]));
        IncrementalValueProvider<EquatableList<ProjectType>> types = context.SyntaxProvider
            .CreateSyntaxProvider((node, _) => ProjectTypeReader.IsCandidate(node), ProjectTypeReader.Read)
            .Collect()
            .Select((items, _) => new EquatableList<ProjectType>([.. items.OfType<ProjectType>()]));
        IncrementalValueProvider<ProjectCode> project = implementations
            .Combine(types)
            .Combine(context.CompilationProvider.Select((compilation, _) => compilation.Options.CheckOverflow))
            .Select((parts, _) => new ProjectCode(parts.Left.Left, parts.Left.Right, parts.Right));
        context.RegisterSourceOutput(files.Combine(project), (output, pair) => Write(output, pair.Left, pair.Right));
    }

    private static WitText? Read(AdditionalText file, AnalyzerConfigOptions options, CancellationToken token)
    {
        if (!options.TryGetValue(Metadata + "SkiffWitRoot", out string? root)
            || root.Length == 0
            || file.GetText(token) is not { } text)
        {
            return null;
        }

        options.TryGetValue(Metadata + "SkiffWitWorld", out string? world);
        options.TryGetValue(Metadata + "SkiffWitDependency", out string? dependency);
        return new(file.Path, text.ToString(), root, world ?? "", PlaceOf(dependency));
    }

    private static WitPlace PlaceOf(string? dependency) => dependency?.ToLowerInvariant() switch
    {
        "true" => WitPlace.Dependency,
        "reference" => WitPlace.Reference,
        "known" => WitPlace.Known,
        _ => WitPlace.Project,
    };

    private static void Write(
        SourceProductionContext output, IReadOnlyList<WitText> files, ProjectCode project)
    {
        List<(string Root, string World)> wanted = [.. files.Where(file => file.Place == WitPlace.Project).Select(file => (file.Root, file.World)).Distinct()];
        if (wanted.Count == 0)
        {
            return;
        }

        if (wanted.Count > 1)
        {
            WitText other = files.First(file => (file.Root, file.World) == wanted[1]);
            Report(new(
                BindingsDiagnostics.SeveralWorlds,
                WitSeverity.Error,
                new(new(other.Path, other.Text), 0, 0),
                "a project has one world, but this file belongs to a second `Wit` item; write one world that includes both"));
            return;
        }

        if (WorldReader.Read(files, wanted[0].Root, wanted[0].World, Report) is { } world && SupportCheck.Run(world, Report))
        {
            new GuestWriter(world, project, Report)
                .Write((name, text) => output.AddSource(name, SourceText.From(text, Encoding.UTF8)));
        }

        void Report(WitDiagnostic diagnostic) => output.ReportDiagnostic(BindingsDiagnostics.ToDiagnostic(diagnostic));
    }
}
