using Skiff.Wit.Resolution;
using Skiff.Wit.Text;

namespace Skiff.Wit.Tests;

/// <summary>
/// What is said about texts with errors: each <c>data/invalid/*.wit</c> has beside it, as <c>*.txt</c>, every diagnostic
/// with its excerpt.
/// </summary>
public sealed class DiagnosticTests
{
    public static TheoryData<string> Files { get; } =
        [.. Directory.GetFiles(Path.Combine(TestData.DataDirectory, "invalid"), "*.wit").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_error_of_a_file_is_said_with_its_place(string name)
    {
        string file = Path.Combine(TestData.DataDirectory, "invalid", name);

        PackageGraph graph = PackageGraph.Resolve(WitSources.FromText(name, File.ReadAllText(file)));

        Assert.Equal(
            File.ReadAllText(Path.ChangeExtension(file, ".txt")),
            string.Concat(graph.Diagnostics.Select(item => $"{item}\n{item.GetExcerpt()}")));
        Assert.True(graph.HasErrors);
        Assert.Throws<WitException>(graph.ThrowIfErrors);
    }

    [Fact]
    public void A_place_in_a_long_line_is_shown_with_what_is_around_it()
    {
        string text = $"package a:b; {new string(' ', 5000)} interfac i {{}} {new string(' ', 5000)}";

        WitDiagnostic error = TestData.SingleError(text);

        Assert.Equal(new SourcePosition(1, 5015), error.Span!.Value.Position);
        string[] lines = error.GetExcerpt().Split('\n');
        Assert.True(lines[1].Length < 140);
        Assert.Equal("interfac", lines[1].Substring(lines[2].IndexOf('^', StringComparison.Ordinal), 8));
    }

    [Fact]
    public void A_tab_before_a_place_stays_a_tab()
    {
        WitDiagnostic error = TestData.SingleError("package a:b;\ninterface i {\n\tf:\tnonsense;\n}");

        Assert.Equal("   |\n 3 | \tf:\tnonsense;\n   | \t  \t^^^^^^^^\n", error.GetExcerpt());
    }

    [Fact]
    public void Errors_of_several_files_are_in_the_order_of_files_and_places()
    {
        WitSources sources = new(
            [new("b.wit", "package a:b;\ninterface i { f: func(x: one, y: two); }"), new("a.wit", "interface j { use i.{x}; g func(); }")],
            [[new("deps/c.wit", "package c:c; interface i { type t = missing; }")]]);

        PackageGraph graph = PackageGraph.Resolve(sources);

        Assert.Equal(
            ["b.wit:2:26", "b.wit:2:34", "a.wit:1:22", "a.wit:1:28", "deps/c.wit:1:37"],
            graph.Diagnostics.Select(item => item.Span.ToString()));
    }

    [Fact]
    public void The_number_of_diagnostics_is_bounded()
    {
        PackageGraph graph = TestData.Resolve("package a:b; interface i { " + string.Concat(Enumerable.Repeat("f: func(a: x);\n", 5000)) + "}");

        Assert.Equal(1000, graph.Diagnostics.Count);
    }
}
