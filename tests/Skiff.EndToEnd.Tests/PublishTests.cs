namespace Skiff.EndToEnd.Tests;

public sealed class PublishTests(Workspace workspace) : EndToEndTest(workspace)
{
    [Fact]
    public async Task Publishing_makes_one_file_and_keeps_content_beside_it()
    {
        Project probe = await Workspace.PublishedProbe;

        Assert.Equal(["content/sub folder/file.txt", "probe.wasm", "run-wasmtime.sh"], Files(probe.PublishDirectory));
        Assert.Contains("exec wasmtime run --dir . 'probe'.wasm \"$@\"", await File.ReadAllTextAsync(Path.Combine(probe.PublishDirectory, "run-wasmtime.sh"), TestContext.Current.CancellationToken));
        Assert.InRange(new FileInfo(probe.Module).Length, 1_000_000, 12_000_000);
    }

    [Theory]
    [InlineData("cultures")]
    [InlineData("switches")]
    [InlineData("json")]
    [InlineData("arguments", "two words", "", "ünïcödé ☃ 🛶", "--help")]
    public async Task The_program_does_what_it_did_with_no_directory_at_all(params string[] arguments)
    {
        Project probe = await Workspace.PublishedProbe;

        CommandResult native = await probe.RunOnCoreClrAsync(arguments);
        Assert.Equal(native.Succeeded().Output, (await probe.RunBuiltAsync(probe.Module, arguments)).Succeeded().Output);
        Assert.Equal(native.Output, (await probe.RunOnNodeAsync(probe.Module, arguments)).Succeeded().Output);
    }

    [Fact]
    public async Task Content_is_found_beside_the_module_exit_codes_and_stack_traces_are_the_programs()
    {
        Project probe = await Workspace.PublishedProbe;

        Assert.Equal("read me\n", (await probe.RunBuiltAsync(probe.Module, ["content"], ["--dir", probe.PublishDirectory + "::/"])).Succeeded().Output);
        Assert.Equal("read me\n", (await probe.RunOnNodeAsync(probe.Module, ["content"], [("/", probe.PublishDirectory)])).Succeeded().Output);
        Assert.Equal(42, (await probe.RunBuiltAsync(probe.Module, ["exit", "42"])).ExitCode);
        Assert.Contains("Program.cs:line ", (await probe.RunBuiltAsync(probe.Module, ["throw"])).Error, StringComparison.Ordinal);
        CommandResult run = await probe.RunBuiltAsync(probe.Module, ["environment", "GREETING"], ["--env", "GREETING=Ahoy"]);
        Assert.Equal("Ahoy\n", run.Succeeded().Output);
    }

    [Fact]
    public async Task A_published_sample_with_a_package_runs()
    {
        Project sample = Workspace.CopySample("tomarkup", "tomarkup-published");
        string output = Path.Combine(sample.Directory, "let it out");

        (await sample.DotNetAsync("publish", "-o", output)).Succeeded();

        Assert.Equal(["run-wasmtime.sh", "tomarkup.wasm"], Files(output));
        CommandResult run = await sample.RunBuiltAsync(
            Path.Combine(output, "tomarkup.wasm"), ["/markdown/log.md"], ["--dir", Path.Combine(sample.Directory, "markdown") + "::/markdown"]);
        Assert.Contains("Ünïcödé, 日本語 and 🛶 survive the trip.", run.Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_AppBundle_is_published_on_request()
    {
        Project hello = Workspace.CopySample("hello", "hello-bundle");

        (await hello.DotNetAsync("publish", "-p:WasmSingleFileBundle=false")).Succeeded();

        string bundle = Path.Combine(hello.PublishDirectory, "AppBundle");
        Assert.All(Files(hello.PublishDirectory), file => Assert.StartsWith("AppBundle/", file, StringComparison.Ordinal));
        ISet<string> managed = Project.ManagedFiles(bundle);
        Assert.Superset(new HashSet<string> { "hello.dll", "hello.pdb", "System.Private.CoreLib.dll" }, managed.ToHashSet());
        Assert.InRange(managed.Count, 4, 40);
        Assert.StartsWith("Hello WASI:Wasm\n", (await hello.RunBuiltAsync(bundle)).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_trimming_and_without_a_snapshot_the_program_is_the_same()
    {
        Project hello = Workspace.CopySample("hello", "hello-whole");

        (await hello.DotNetAsync("publish", "-p:PublishTrimmed=false", "-p:WasiSnapshot=false")).Succeeded();

        Assert.InRange(new FileInfo(hello.Module).Length, 20_000_000, 60_000_000);
        Assert.StartsWith("Hello WASI:Wasm\n", (await hello.RunBuiltAsync(hello.Module)).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_project_is_published()
    {
        string directory = Directory.CreateDirectory(Path.Combine(Workspace.Root, "one file")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(directory, "greet.cs"),
            $"""
            #:package Skiff.Sdk@{Repository.PackageVersion}
            #:property RuntimeIdentifier=wasi-wasm
            #:property PublishAot=false
            #:property InvariantGlobalization=true
            System.Console.WriteLine("Ahoy, " + args[0]);
            """,
            TestContext.Current.CancellationToken);

        (await Workspace.DotNetAsync(directory, ["publish", "greet.cs", "-o", "out"])).Succeeded();

        Project project = Workspace.WriteProject("runs-one-file", "<Project />", "");
        Assert.Equal("Ahoy, crew\n", (await project.RunBuiltAsync(Path.Combine(directory, "out", "greet.wasm"), ["crew"])).Succeeded().Output);
    }

    private static string[] Files(string directory) => [.. Directory
        .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(directory, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];
}
