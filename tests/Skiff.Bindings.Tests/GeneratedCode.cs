using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

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

    public static GeneratedCode Of(string wit, string code = "", bool isChecked = false) =>
        Of([new AdditionalWit("/wit/test.wit", wit)], code, isChecked);

    /// <summary>The code of several files.</summary>
    public static GeneratedCode Of(IReadOnlyList<AdditionalWit> files, string code = "", bool isChecked = false)
    {
        GeneratorDriver driver = Driver(files)
            .RunGeneratorsAndUpdateCompilation(Compile(code, isChecked), out Compilation output, out ImmutableArray<Diagnostic> said);
        Dictionary<string, string> made = driver.GetRunResult().Results.Single().GeneratedSources
            .ToDictionary(item => item.HintName, item => item.SourceText.ToString());
        ImmutableArray<Diagnostic> compiled = [.. output.GetDiagnostics().Where(item => item.Severity >= DiagnosticSeverity.Warning)];
        return new(made, said.Length > 0 ? said : compiled, output);
    }

    /// <summary>The compiler with the generator, which notes what it runs.</summary>
    public static GeneratorDriver Driver(IReadOnlyList<AdditionalWit> files) => CSharpGeneratorDriver.Create(
        [new BindingsGenerator().AsSourceGenerator()],
        files,
        s_parse,
        new AdditionalWitOptions(),
        new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>A project of one C# file.</summary>
    public static CSharpCompilation Compile(string code, bool isChecked = false) => CSharpCompilation.Create(
        "Program",
        [Parse(code)],
        s_references,
        new(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            checkOverflow: isChecked,
            warningLevel: 9999,
            nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A C# file.</summary>
    public static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, s_parse, "Program.cs");

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
}
