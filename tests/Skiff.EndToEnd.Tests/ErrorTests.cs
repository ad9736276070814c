namespace Skiff.EndToEnd.Tests;

public sealed class ErrorTests(Workspace workspace) : EndToEndTest(workspace)
{
    [Theory]
    [InlineData("SKIFF1001", "this project targets 'net9.0'. Set <TargetFramework>net10.0</TargetFramework>", "net9.0", "wasi-wasm", "")]
    [InlineData("SKIFF1002", "this project's is ''. Set <RuntimeIdentifier>wasi-wasm</RuntimeIdentifier>", "net10.0", "", "")]
    [InlineData("SKIFF1002", "this project's is 'linux-x64'", "net10.0", "linux-x64", "")]
    [InlineData("SKIFF1003", "'Microsoft.AspNetCore.App' does not run on WASI", "net10.0", "wasi-wasm", "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />")]
    public async Task A_project_that_cannot_be_built_is_told_why(string code, string reason, string framework, string runtime, string item)
    {
        Project project = Write(code + framework + runtime, framework, runtime, item);

        CommandResult build = await project.DotNetAsync("build");

        Assert.Equal(1, build.ExitCode);
        string[] errors = [.. build.Output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct()];
        Assert.Contains($"error {code}: ", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Contains(reason, errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_cannot_be_passed_on_is_named()
    {
        Project project = Write("quotes", "net10.0", "wasi-wasm", "<WasiDirectory Include=\".\" GuestPath='/\"quoted\"' />");

        CommandResult run = await project.RunAsync();

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("SKIFF1006", run.Output + run.Error, StringComparison.Ordinal);
    }

    private Project Write(string name, string framework, string runtime, string item) => Workspace.WriteProject(
        name,
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>{framework}</TargetFramework>
            <RuntimeIdentifier>{runtime}</RuntimeIdentifier>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Skiff.Sdk" Version="SKIFF_VERSION" />
            {item}
          </ItemGroup>
        </Project>
        """,
        "System.Console.WriteLine(1);");
}
