using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Skiff.Bindings.Tests;

/// <summary>Runs the generator as the compiler does, and compiles what it makes.</summary>
internal sealed class GeneratedCode
{
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) == "Skiff.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private GeneratedCode(IReadOnlyDictionary<string, string> files, IReadOnlyList<Diagnostic> diagnostics, Compilation compilation)
    {
        Files = files;
        Diagnostics = diagnostics;
        Compilation = compilation;
    }

    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>What the generator says and, if it says nothing, what the compiler does.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    public Compilation Compilation { get; }

    /// <summary>The code of a world, with classes that implement what it exports and throw.</summary>
    public static GeneratedCode WithImplementations(string wit, bool isChecked = false)
    {
        GeneratedCode first = Of(wit, isChecked: isChecked);
        Assert.All(first.Diagnostics, item => Assert.Equal("SKIFF5101", item.Id));
        return Of(wit, ThrowingClasses.For(first.Compilation), isChecked: isChecked);
    }

    public static GeneratedCode Of(string wit, string code = "", string world = "", bool isChecked = false)
    {
        CSharpParseOptions parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Program",
            [CSharpSyntaxTree.ParseText(code, parse, "Program.cs")],
            s_references,
            new(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                checkOverflow: isChecked,
                warningLevel: 9999,
                nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new BindingsGenerator().AsSourceGenerator()],
            [new WitFile(wit)],
            parse,
            new Options(world));
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> said);
        Dictionary<string, string> files = driver.GetRunResult().Results.Single().GeneratedSources
            .ToDictionary(item => item.HintName, item => item.SourceText.ToString());
        ImmutableArray<Diagnostic> compiled = [.. output.GetDiagnostics().Where(item => item.Severity >= DiagnosticSeverity.Warning)];
        return new(files, said.Length > 0 ? said : compiled, output);
    }

    /// <summary>All files as one text.</summary>
    public string Text => string.Join("\n", Files.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => $"// {item.Key}\n{item.Value}"));

    /// <summary>Fails with the diagnostics and the code they are in.</summary>
    public GeneratedCode Clean()
    {
        if (Diagnostics.Count > 0)
        {
            IEnumerable<string> lines = Diagnostics.Take(20).Select(item =>
                $"{item}\n    {item.Location.SourceTree?.GetText(TestContext.Current.CancellationToken).Lines[item.Location.GetLineSpan().StartLinePosition.Line]}");
            Assert.Fail(string.Join("\n", lines));
        }

        return this;
    }

    private sealed class WitFile(string text) : AdditionalText
    {
        public override string Path => "/wit/test.wit";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(string world) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(
            new()
            {
                ["build_metadata.AdditionalFiles.SkiffWitRoot"] = "/wit",
                ["build_metadata.AdditionalFiles.SkiffWitWorld"] = world,
            });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
