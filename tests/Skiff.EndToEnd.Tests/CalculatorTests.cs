namespace Skiff.EndToEnd.Tests;

/// <summary>The samples calculator and calculator-app, connected in both ways.</summary>
public sealed class CalculatorTests(Workspace workspace) : EndToEndTest(workspace)
{
    /// <summary>What interfaces and a component may cost, in bytes.</summary>
    private const long Allowance = 300_000;

    private const string Output = """
        2 * (3 + 4) = 14
        1 / (2 - 2): division by zero
        1 +: there should be a number at position 3
        (1: there should be ')' at position 2
        -0.5 = -0.5
        14 + -0.5 = 13.5

        """;

    private static readonly string[] s_expressions = ["2 * (3 + 4)", "1 / (2 - 2)", "1 +", "(1", "-0.5"];

    [Fact]
    public async Task A_program_with_the_library_it_refers_to_is_one_component()
    {
        Workspace.CopySample("calculator", "joined/calculator");
        Project app = Workspace.CopySample("calculator-app", "joined/calculator-app");
        Project module = Workspace.CopyProgram("calculator-module", "joined/calculator-module");

        CommandResult published = (await app.DotNetAsync("publish")).Succeeded();
        (await module.DotNetAsync("publish")).Succeeded();

        Assert.DoesNotContain("warning", published.Output, StringComparison.Ordinal);
        Assert.Equal(Output, (await app.RunBuiltAsync(app.Module, s_expressions)).Succeeded().Output);
        Assert.Equal(Output, (await module.RunBuiltAsync(module.Module, s_expressions)).Succeeded().Output);
        Assert.DoesNotContain("example:calculator", (await app.SkiffAsync("wit", "print", app.Module)).Succeeded().Output, StringComparison.Ordinal);

        long size = new FileInfo(app.Module).Length;
        long moduleSize = new FileInfo(module.Module).Length;
        Assert.True(size <= moduleSize + Allowance, $"The component has {size} bytes, which are {size - moduleSize} more than the module's {moduleSize}.");

        Assert.Equal(Output, (await app.RunOnJcoAsync(app.Module, s_expressions)).Succeeded().Output);

        // The interface is the program's own affair, so a module can have it too; and no code refers to the library by its name.
        (await app.DotNetAsync("publish", "-p:WasiVersion=0.1", "-p:TrimMode=full")).Succeeded();
        Assert.Equal(Output, (await app.RunBuiltAsync(app.Module, s_expressions)).Succeeded().Output);
    }

    [Fact]
    public async Task Both_published_on_their_own_are_composed()
    {
        Project calculator = Workspace.CopySample("calculator", "composed/calculator");
        Project app = Workspace.CopySample("calculator-app", "composed/calculator-app");
        (await calculator.DotNetAsync("publish")).Succeeded();
        (await app.DotNetAsync("publish", "-p:CalculatorIsSeparate=true")).Succeeded();

        Assert.Contains("import example:calculator/arithmetic@1.0.0;", (await app.SkiffAsync("wit", "print", app.Module)).Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("export example:calculator/arithmetic@1.0.0;", (await app.SkiffAsync("wit", "print", calculator.Module)).Succeeded().Output, StringComparison.Ordinal);
        string composed = Path.Combine(app.Directory, "composed.wasm");
        (await app.SkiffAsync("compose", app.Module, "--with", calculator.Module, "-o", composed)).Succeeded();

        Assert.Equal(Output, (await app.RunBuiltAsync(composed, s_expressions)).Succeeded().Output);
        Assert.Equal(Output, (await app.RunOnJcoAsync(composed, s_expressions)).Succeeded().Output);
    }
}
