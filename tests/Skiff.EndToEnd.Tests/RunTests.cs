namespace Skiff.EndToEnd.Tests;

public sealed class RunTests(Workspace workspace) : EndToEndTest(workspace)
{
    [Fact]
    public async Task Arguments_arrive_as_they_are()
    {
        Project probe = await Workspace.Probe;
        string[] arguments = ["arguments", "two words", "", "say \"hi\"", @"back\slash\", @"\""", "ünïcödé ☃ 🛶", "*", "--help", "--", "-p:x=y", "$HOME", "%PATH%", "a;b", "'single'", "tab\there"];

        CommandResult native = await probe.RunOnCoreClrAsync(arguments);
        Assert.Equal(native.Succeeded().Output, (await probe.RunAsync(arguments)).Succeeded().Output);
        Assert.Equal(native.Output, (await probe.RunOnNodeAsync(probe.AppBundle, arguments)).Succeeded().Output);
    }

    [Theory]
    [InlineData(0, "exit", "0")]
    [InlineData(42, "exit", "42")]
    [InlineData(3, "leave", "3")]
    [InlineData(64)]
    public async Task The_exit_code_is_the_programs(int expected, params string[] arguments)
    {
        Project probe = await Workspace.Probe;

        Assert.Equal(expected, (await probe.RunAsync(arguments)).ExitCode);
        Assert.Equal(expected, (await probe.RunOnNodeAsync(probe.AppBundle, arguments)).ExitCode);
    }

    [Fact]
    public async Task An_unhandled_exception_is_reported_on_standard_error_alone()
    {
        Project probe = await Workspace.Probe;

        CommandResult native = await probe.RunOnCoreClrAsync(["throw"]);
        Assert.StartsWith("Unhandled exception. System.InvalidOperationException: thrown on purpose\n   at Program.<Main>$(String[] args) in ", native.Error, StringComparison.Ordinal);
        CommandResult run = await probe.RunAsync(["throw"]);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal(native.Error, run.Error);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task Standard_input_flows_to_the_program()
    {
        Project probe = await Workspace.Probe;
        string input = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"line {i} of schöne Worte\n")) + "no line end";

        CommandResult native = await probe.RunOnCoreClrAsync(["input"], input);
        Assert.Equal(native.Succeeded().Output, (await probe.RunAsync(["input"], input: input)).Succeeded().Output);
        Assert.Equal(native.Output, (await probe.RunOnNodeAsync(probe.AppBundle, ["input"], input: input)).Succeeded().Output);
    }

    [Fact]
    public async Task The_project_grants_directories_and_variables()
    {
        Project probe = await Workspace.Probe;

        Assert.Equal("read me\n\n", (await probe.RunAsync(["read", "/readable/sub folder/file.txt"])).Succeeded().Output);
        Assert.NotEqual("written\n", (await probe.RunAsync(["write", "/readable/new.txt"])).Succeeded().Output);
        Assert.Equal("written\n", (await probe.RunAsync(["write", "/writable/new.txt"])).Succeeded().Output);
        Assert.Equal("written by the guest", await File.ReadAllTextAsync(Path.Combine(probe.Directory, "new.txt"), TestContext.Current.CancellationToken));

        Assert.Equal("two words; \"quoted\" \\\n", (await probe.RunAsync(["environment", "SKIFF_PROBE_VALUE"])).Succeeded().Output);
        CommandResult inherited = await probe.RunAsync(["environment", "SKIFF_PROBE_INHERITED"], environment: [new("SKIFF_PROBE_INHERITED", "from outside")]);
        Assert.Equal("from outside\n", inherited.Succeeded().Output);
    }

    [Fact]
    public async Task Nothing_else_is_granted()
    {
        Project probe = await Workspace.Probe;
        string secret = Path.Combine(Workspace.Root, "secret.txt");
        await File.WriteAllTextAsync(secret, "for nobody", TestContext.Current.CancellationToken);

        CommandResult file = await probe.RunAsync(["read", secret]);
        Assert.NotEqual(0, file.ExitCode);
        Assert.DoesNotContain("for nobody", file.Output, StringComparison.Ordinal);
        Assert.Equal("not set\n", (await probe.RunAsync(["environment", "SKIFF_PROBE_OTHER"], environment: [new("SKIFF_PROBE_OTHER", "set")])).Succeeded().Output);
    }

    [Fact]
    public async Task Host_options_come_from_the_command_line_or_the_environment()
    {
        Project probe = await Workspace.Probe;
        string directory = Directory.CreateDirectory(Path.Combine(Workspace.Root, "host options")).FullName;
        await File.WriteAllTextAsync(Path.Combine(directory, "file.txt"), "granted", TestContext.Current.CancellationToken);
        string option = $"--dir \"{directory}::/granted\"";

        CommandResult commandLine = await probe.RunAsync(["read", "/granted/file.txt"], ["-p:WasiHostArguments=" + option]);
        Assert.Equal("granted\n", commandLine.Succeeded().Output);
        CommandResult environment = await probe.RunAsync(["read", "/granted/file.txt"], environment: [new("WasiHostArguments", option)]);
        Assert.Equal("granted\n", environment.Succeeded().Output);
    }

    [Theory]
    [InlineData("cultures")]
    [InlineData("switches")]
    [InlineData("content")]
    [InlineData("json")]
    public async Task What_is_built_in_and_beside_the_program_is_found(string word)
    {
        Project probe = await Workspace.Probe;

        CommandResult native = await probe.RunOnCoreClrAsync([word]);
        Assert.Equal(native.Succeeded().Output, (await probe.RunAsync([word])).Succeeded().Output);
        Assert.Equal(native.Output, (await probe.RunOnNodeAsync(probe.AppBundle, [word])).Succeeded().Output);
    }
}
