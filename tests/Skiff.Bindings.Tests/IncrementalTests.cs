using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Skiff.Bindings.Tests;

/// <summary>What the generator does again when something changes.</summary>
public sealed class IncrementalTests
{
    private const string Implementation = "class Ops : A.One.IOps { public static void F() { } }";

    private static readonly AdditionalWit s_one = new("/one/one.wit", "package a:one; interface ops { f: func(); } world w { export ops; }", "/one");
    private static readonly AdditionalWit s_two = new("/two/two.wit", "package a:two; interface log { g: func(); } world w { import log; }", "/two");

    [Theory]
    [InlineData("class Ops : A.One.IOps { public static void F() { System.GC.Collect(); } }")]
    [InlineData(Implementation + " class Unrelated { int _field; }")]
    [InlineData("/* Result */" + Implementation)]
    public void Editing_code_makes_nothing_anew(string edited)
    {
        CSharpCompilation before = GeneratedCode.Compile(Implementation);
        GeneratorDriver driver = GeneratedCode.Driver([s_one, s_two]).RunGenerators(before, TestContext.Current.CancellationToken);

        driver = driver.RunGenerators(before.ReplaceSyntaxTree(before.SyntaxTrees[0], GeneratedCode.Parse(edited)), TestContext.Current.CancellationToken);

        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(driver, BindingsGenerator.BindingsStep));
        Assert.All(Reasons(driver, BindingsGenerator.FileStep), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Another_implementation_makes_the_files_anew_that_call_it()
    {
        CSharpCompilation before = GeneratedCode.Compile(Implementation);
        GeneratorDriver driver = GeneratedCode.Driver([s_one, s_two]).RunGenerators(before, TestContext.Current.CancellationToken);

        driver = driver.RunGenerators(
            before.ReplaceSyntaxTree(before.SyntaxTrees[0], GeneratedCode.Parse(Implementation.Replace("class Ops", "class Other", StringComparison.Ordinal))),
            TestContext.Current.CancellationToken);

        Assert.Equal(["A.One.Ops.g.cs"], Changed(driver));
    }

    [Fact]
    public void Editing_a_world_makes_its_files_anew_and_no_others()
    {
        CSharpCompilation code = GeneratedCode.Compile(Implementation);
        GeneratorDriver driver = GeneratedCode.Driver([s_one, s_two]).RunGenerators(code, TestContext.Current.CancellationToken);

        driver = driver
            .ReplaceAdditionalText(s_two, s_two.With("package a:two; interface log { g: func(level: u32); } world w { import log; }"))
            .RunGenerators(code, TestContext.Current.CancellationToken);

        Assert.Equal(["A.Two.Log.g.cs", "Skiff.World.g.cs"], Changed(driver));
    }

    [Fact]
    public void A_comment_in_a_world_changes_nothing()
    {
        CSharpCompilation code = GeneratedCode.Compile(Implementation);
        GeneratorDriver driver = GeneratedCode.Driver([s_one, s_two]).RunGenerators(code, TestContext.Current.CancellationToken);

        driver = driver
            .ReplaceAdditionalText(s_two, s_two.With("// Two.\npackage a:two; interface log { g: func(); } world w { import log; }"))
            .RunGenerators(code, TestContext.Current.CancellationToken);

        Assert.Empty(Changed(driver));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorDriver driver, string step) =>
        Steps(driver, step).SelectMany(item => item.Outputs).Select(output => output.Reason);

    private static IEnumerable<string> Changed(GeneratorDriver driver) =>
        from step in Steps(driver, BindingsGenerator.FileStep)
        from output in step.Outputs
        where output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)
        let name = ((GeneratedFile)output.Value).Name
        orderby name
        select name;

    private static ImmutableArray<IncrementalGeneratorRunStep> Steps(GeneratorDriver driver, string step) =>
        driver.GetRunResult().Results.Single().TrackedSteps[step];
}
