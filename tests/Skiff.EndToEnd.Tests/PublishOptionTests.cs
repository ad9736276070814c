namespace Skiff.EndToEnd.Tests;

public sealed class PublishOptionTests(Workspace workspace) : EndToEndTest(workspace)
{
    private const string Program = """
        using System.Globalization;

        Console.WriteLine($"{Warm.Marked} {Warm.Named} {Warm.Inner.Nested}");
        Console.WriteLine(1234.5.ToString("N1", CultureInfo.GetCultureInfo("de")));

        static class Warm
        {
            public static int Marked, Named;

            [Skiff.SnapshotInitializer]
            static void Mark() => Marked++;

            static void Name() => Named++;

            public static class Inner
            {
                public static int Nested;

                static void Nest() => Nested++;
            }
        }
        """;

    [Fact]
    public async Task Initializers_cultures_and_machine_code_are_the_projects_choice()
    {
        Project project = Write(
            "options-of-publish",
            "<WasiSnapshotInitializer>Warm.Name;Warm+Inner.Nest</WasiSnapshotInitializer>",
            "<WasiCultures>de-AT;fr</WasiCultures>",
            "<WasiPrecompile>true</WasiPrecompile>",
            "<PublishSingleFile>true</PublishSingleFile>");

        CommandResult publish = (await project.DotNetAsync("publish")).Succeeded();

        Assert.Contains("PublishSingleFile is ignored", publish.Output, StringComparison.Ordinal);
        string machineCode = Path.ChangeExtension(project.Module, ".cwasm");
        Assert.Equal("1 1 1\n1.234,5\n", (await project.RunBuiltAsync(project.Module)).Succeeded().Output);
        Assert.Equal("1 1 1\n1.234,5\n", (await project.RunBuiltAsync(machineCode)).Succeeded().Output);

        // Told of them by name, the trimmer keeps methods that nothing calls, even when it trims the program.
        (await project.DotNetAsync("publish", "-p:TrimMode=full", "-p:WasiPrecompile=false")).Succeeded();
        Assert.StartsWith("0 1 1\n", (await project.RunBuiltAsync(project.Module)).Succeeded().Output, StringComparison.Ordinal);
        Assert.False(File.Exists(machineCode), "machine code of another module was left");
    }

    [Fact]
    public async Task What_cannot_be_published_is_said_with_a_code_and_a_way_out()
    {
        Project project = Write("cannot-be-published");
        (await project.DotNetAsync("build", "-c", "Release", "-p:_IsPublishing=true")).Succeeded();

        await Refuses("SKIFF2005", "xx-Nowhere", "-p:WasiCultures=xx-Nowhere");
        await Refuses("SKIFF1009", "nothing.dat", "-p:WasiIcuDataFile=nothing.dat");
        await Refuses("SKIFF2001", "nowhere", "-p:WasiTrainingDirectory=nowhere");
        await Refuses("SKIFF2007", "Nothing.AtAll", "-p:WasiSnapshotInitializer=Nothing.AtAll");

        async Task Refuses(string code, string name, string property)
        {
            CommandResult publish = await project.DotNetAsync("publish", "--no-build", property);

            Assert.Equal(1, publish.ExitCode);
            string error = Assert.Single(publish.Output.Split('\n').Where(line => line.Contains(" error ", StringComparison.Ordinal)).Distinct());
            Assert.Contains($"cannot-be-published.csproj : error {code}: ", error, StringComparison.Ordinal);
            Assert.Contains(name, error, StringComparison.Ordinal);
            Assert.False(File.Exists(project.Module), "a module was published all the same");
        }
    }

    private Project Write(string name, params string[] properties) => Workspace.WriteProject(
        name,
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <RuntimeIdentifier>wasi-wasm</RuntimeIdentifier>
            <ImplicitUsings>enable</ImplicitUsings>
            {string.Join("\n    ", properties)}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Skiff.Sdk" Version="SKIFF_VERSION" />
          </ItemGroup>
        </Project>
        """,
        Program);
}
