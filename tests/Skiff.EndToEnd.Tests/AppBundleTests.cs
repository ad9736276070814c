namespace Skiff.EndToEnd.Tests;

public sealed class AppBundleTests(Workspace workspace) : EndToEndTest(workspace)
{
    private const string Program = "System.Console.WriteLine(1);";

    private const string ProjectFile = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <RuntimeIdentifier>wasi-wasm</RuntimeIdentifier>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Skiff.Sdk" Version="SKIFF_VERSION" />
            <PackageReference Include="Markdig" Version="1.6.0" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task It_holds_the_program_what_it_references_and_the_base_class_library()
    {
        string bundle = (await Workspace.Probe).AppBundle;

        Assert.Equal(
            ["dotnet.wasm", "icudt.dat", "managed", "probe.runtimeconfig.json", "run-wasmtime.sh"],
            Directory.EnumerateFileSystemEntries(bundle).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        ISet<string> managed = Project.ManagedFiles(bundle);
        Assert.Superset(
            new HashSet<string> { "probe.dll", "probe.pdb", "greetings.dll", "greetings.pdb", "de/greetings.resources.dll", "fr/greetings.resources.dll", "content/sub folder/file.txt", "System.Private.CoreLib.dll", "System.Linq.dll", "netstandard.dll" },
            managed.ToHashSet());
        Assert.DoesNotContain("greetings.xml", managed);
        Assert.DoesNotContain("probe.deps.json", managed);
        Assert.DoesNotContain("Wasmtime.Dotnet.dll", managed);
    }

    [Fact]
    public async Task A_build_follows_changes_and_clean_removes_it()
    {
        Project project = Workspace.WriteProject("changing", ProjectFile, Program);
        (await project.DotNetAsync("build")).Succeeded();
        Assert.Contains("Markdig.dll", Project.ManagedFiles(project.AppBundle));
        Dictionary<string, DateTime> before = WriteTimes(project.AppBundle);

        (await project.DotNetAsync("build")).Succeeded();
        Assert.Equal(before, WriteTimes(project.AppBundle));

        await File.WriteAllTextAsync(Path.Combine(project.Directory, "Program.cs"), Program + "System.Console.WriteLine(2);", TestContext.Current.CancellationToken);
        (await project.DotNetAsync("build")).Succeeded();
        string[] changed = [.. WriteTimes(project.AppBundle).Where(file => before[file.Key] != file.Value).Select(file => file.Key).Order(StringComparer.Ordinal)];
        Assert.Equal(["managed/changing.dll", "managed/changing.pdb"], changed);
        Assert.Equal("1\n2\n", (await project.RunAsync()).Succeeded().Output);

        string file = Path.Combine(project.Directory, "changing.csproj");
        await File.WriteAllTextAsync(file, string.Join('\n', (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Where(line => !line.Contains("Markdig", StringComparison.Ordinal))), TestContext.Current.CancellationToken);
        (await project.DotNetAsync("build")).Succeeded();
        Assert.DoesNotContain("Markdig.dll", Project.ManagedFiles(project.AppBundle));

        (await project.DotNetAsync("clean")).Succeeded();
        Assert.Empty(Directory.Exists(project.AppBundle) ? Directory.EnumerateFiles(project.AppBundle, "*", SearchOption.AllDirectories) : []);
    }

    [Fact]
    public async Task Its_script_runs_wasmtime_from_anywhere()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The script is for Unix shells.");
            return;
        }

        Project probe = await Workspace.Probe;
        string elsewhere = Directory.CreateDirectory(Path.Combine(Workspace.Root, "some where")).FullName;
        // Tells what it was asked, in the place of the real one.
        string wasmtime = Path.Combine(elsewhere, "wasmtime");
        await File.WriteAllTextAsync(wasmtime, "#!/bin/sh\npwd\nprintf '<%s>\\n' \"$@\"\nexit 7\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(wasmtime, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        CommandResult run = await Workspace.RunAsync(
            Path.Combine(probe.AppBundle, "run-wasmtime.sh"), ["two words", "", "$HOME"], elsewhere,
            environment: [new("PATH", elsewhere + ":" + Environment.GetEnvironmentVariable("PATH"))]);

        Assert.Equal($"{probe.AppBundle}\n<run>\n<--dir>\n<.>\n<dotnet.wasm>\n<probe>\n<two words>\n<>\n<$HOME>\n", run.Output);
        Assert.Equal(7, run.ExitCode);
    }

    private static Dictionary<string, DateTime> WriteTimes(string bundle) => Directory
        .EnumerateFiles(bundle, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(bundle, file).Replace('\\', '/'), File.GetLastWriteTimeUtc);
}
