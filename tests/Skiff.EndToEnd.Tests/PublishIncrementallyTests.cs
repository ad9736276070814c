using System.Security.Cryptography;

namespace Skiff.EndToEnd.Tests;

public sealed class PublishIncrementallyTests(Workspace workspace) : EndToEndTest(workspace)
{
    private const string ProjectFile = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <RuntimeIdentifier>wasi-wasm</RuntimeIdentifier>
            <InvariantGlobalization>true</InvariantGlobalization>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Skiff.Sdk" Version="SKIFF_VERSION" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task Publishing_again_does_what_is_needed_and_replaces_the_module_at_once()
    {
        Project project = Workspace.WriteProject("changing-module", ProjectFile, "System.Console.WriteLine(1);");
        string module = project.Module;
        CommandResult first = await project.DotNetAsync("publish");
        Assert.Contains($"-> {module} (", first.Succeeded().Output, StringComparison.Ordinal);
        DateTime written = File.GetLastWriteTimeUtc(module);
        string old = Hash(module);

        // Nothing changed: nothing is linked or copied.
        (await project.DotNetAsync("publish")).Succeeded();
        Assert.Equal(written, File.GetLastWriteTimeUtc(module));

        // While it is replaced, whoever looks sees the old module or the new one.
        await File.WriteAllTextAsync(Path.Combine(project.Directory, "Program.cs"), "System.Console.WriteLine(2);", TestContext.Current.CancellationToken);
        Task<CommandResult> publishing = project.DotNetAsync("publish");
        HashSet<string> seen = [];
        while (!publishing.IsCompleted)
        {
            seen.Add(Hash(module));
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }

        (await publishing).Succeeded();
        Assert.Subset(new HashSet<string> { old, Hash(module) }, seen);
        Assert.NotEqual(old, Hash(module));
        Assert.Equal("2\n", (await project.RunBuiltAsync(module)).Succeeded().Output);

        // The same inputs give the same bytes, after everything was made anew.
        string current = Hash(module);
        (await project.DotNetAsync("clean", "-c", "Release")).Succeeded();
        Directory.Delete(Path.Combine(project.Directory, "obj"), recursive: true);
        (await project.DotNetAsync("publish")).Succeeded();
        Assert.Equal(current, Hash(module));
    }

    [Fact]
    public async Task Killed_at_any_moment_it_leaves_the_old_module_or_the_new_one()
    {
        Project project = Workspace.WriteProject("killed", ProjectFile, "System.Console.WriteLine(0);");
        (await project.DotNetAsync("publish")).Succeeded();
        string old = Hash(project.Module);

        // Linked already, so that what is killed is mostly the end, where the module is put in place.
        await File.WriteAllTextAsync(Path.Combine(project.Directory, "Program.cs"), "System.Console.WriteLine(1);", TestContext.Current.CancellationToken);
        (await project.DotNetAsync("publish", "-o", Path.Combine(project.Directory, "elsewhere"))).Succeeded();
        string changed = Hash(Path.Combine(project.Directory, "elsewhere", "killed.wasm"));
        Assert.NotEqual(old, changed);
        for (int i = 0; i < 6; i++)
        {
            await Workspace.KillDotNetAsync(project.Directory, ["publish", "--no-restore", "--no-build"], TimeSpan.FromSeconds(0.5 + (0.2 * i)));
            Assert.Contains(Hash(project.Module), (string[])[old, changed]);
        }

        (await project.DotNetAsync("publish")).Succeeded();
        Assert.Equal(changed, Hash(project.Module));
        Assert.DoesNotContain(Directory.EnumerateFiles(project.PublishDirectory), file => file.EndsWith(".new", StringComparison.Ordinal));
    }

    private static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
}
