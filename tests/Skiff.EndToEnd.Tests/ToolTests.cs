namespace Skiff.EndToEnd.Tests;

public sealed class ToolTests(Workspace workspace) : EndToEndTest(workspace)
{
    [Fact]
    public async Task The_command_is_a_tool_that_runs_bundles_and_their_projects()
    {
        string tools = Path.Combine(Workspace.Root, ".tools");
        (await Workspace.DotNetAsync(Workspace.Root, ["tool", "install", "Skiff.Cli", "--version", Repository.PackageVersion, "--tool-path", tools])).Succeeded();
        string skiff = Path.Combine(tools, "skiff");
        Project probe = await Workspace.Probe;

        CommandResult bundle = await Workspace.RunAsync(skiff, ["run", "--env", "GREETING=Ahoy", probe.AppBundle, "environment", "GREETING"], Workspace.Root);
        Assert.Equal("Ahoy\n", bundle.Succeeded().Output);
        CommandResult project = await Workspace.RunAsync(skiff, ["run", probe.Directory, "--", "exit", "9"], Workspace.Root);
        Assert.True(project.ExitCode == 9, project.ToString());
    }
}
