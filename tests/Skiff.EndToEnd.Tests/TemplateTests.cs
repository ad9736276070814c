namespace Skiff.EndToEnd.Tests;

public sealed class TemplateTests(Workspace workspace) : EndToEndTest(workspace)
{
    [Theory]
    [InlineData("C#")]
    [InlineData("F#")]
    [InlineData("VB")]
    public async Task A_new_project_runs_and_says_hello_and_nothing_else(string language)
    {
        string name = "new-" + language.Replace("#", "sharp", StringComparison.Ordinal);
        (await Workspace.DotNetAsync(Workspace.Root, ["new", "wasiconsole", "-o", name, "--language", language])).Succeeded();

        CommandResult run = await Workspace.DotNetAsync(Path.Combine(Workspace.Root, name), ["run"]);

        Assert.Equal("Hello, WASI Console!\n", run.Succeeded().Output);
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("F#")]
    [InlineData("VB")]
    public async Task A_new_project_of_another_language_is_published(string language)
    {
        string name = "published-" + language.Replace("#", "sharp", StringComparison.Ordinal);
        (await Workspace.DotNetAsync(Workspace.Root, ["new", "wasiconsole", "-o", name, "--language", language, "--invariant-globalization"])).Succeeded();
        var project = new Project(Workspace, Path.Combine(Workspace.Root, name), name);

        (await project.DotNetAsync("publish")).Succeeded();

        Assert.Equal("Hello, WASI Console!\n", (await project.RunBuiltAsync(project.Module)).Succeeded().Output);
    }

    [Fact]
    public async Task Options_give_a_Main_method_and_no_culture_data()
    {
        string directory = Path.Combine(Workspace.Root, "options");
        (await Workspace.DotNetAsync(Workspace.Root, ["new", "wasiconsole", "-o", directory, "--use-program-main", "--invariant-globalization"])).Succeeded();
        var project = new Project(Workspace, directory, "options");

        CommandResult run = await project.RunAsync();

        Assert.Equal("Hello, WASI Console!\n", run.Succeeded().Output);
        Assert.Contains("static void Main(string[] args)", await File.ReadAllTextAsync(Path.Combine(directory, "Program.cs"), TestContext.Current.CancellationToken));
        Assert.False(File.Exists(Path.Combine(project.AppBundle, "icudt.dat")));
    }

    [Theory]
    [InlineData("greetings")]
    [InlineData("Cor.Diale-2")]
    public async Task A_new_component_is_published_and_exports_its_interface(string name)
    {
        string directory = Path.Combine(Workspace.Root, "components", name);
        (await Workspace.DotNetAsync(Workspace.Root, ["new", "wasicomponent", "-o", directory, "--invariant-globalization"])).Succeeded();
        var project = new Project(Workspace, directory, name);

        CommandResult published = (await project.DotNetAsync("publish")).Succeeded();

        Assert.DoesNotContain("warning", published.Output, StringComparison.Ordinal);
        string wit = (await project.SkiffAsync("wit", "print", project.Module)).Succeeded().Output;
        Assert.Contains("export example:greetings/greeter@0.1.0;", wit, StringComparison.Ordinal);
        Assert.Contains("greet: func(name: string, style: style) -> result<string, string>;", wit, StringComparison.Ordinal);
    }
}
