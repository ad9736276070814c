using System.Security;
using System.Text;
using Skiff.Hosting;

namespace Skiff.Cli.Targets;

/// <summary>
/// A program in a single C# file. A project is made for it in the cache directory, one for each path, and built; the
/// directives that the .NET SDK knows in such files, <c>#:package</c>, <c>#:property</c> and <c>#:project</c>, become its items.
/// </summary>
internal static class SourceFile
{
    /// <summary>Builds the file's project.</summary>
    public static RunTarget Build(string path)
    {
        string source = Path.GetFullPath(path);
        string name = Path.GetFileNameWithoutExtension(source);
        string directory = Path.Combine(ProjectRoot, $"{name}-{Identity(source)}");
        string project = Path.Combine(directory, $"{name}.csproj");
        string text = MakeProject(source, path);
        try
        {
            Directory.CreateDirectory(directory);
            // Written only when it changes: a newer project file would make the build do everything again.
            if (!File.Exists(project) || File.ReadAllText(project) != text)
            {
                File.WriteAllText(project, text);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException(
                $"the project for '{path}' cannot be written to '{directory}' ({exception.Message}); name another directory in {CompilationCache.DirectoryVariable}");
        }

        return Project.Build(project, path);
    }

    /// <summary>The text of the project for a file.</summary>
    /// <param name="source">The file's full path.</param>
    /// <param name="shownName">What to call it in errors.</param>
    internal static string MakeProject(string source, string shownName)
    {
        string directory = Path.GetDirectoryName(source)!;
        var properties = new StringBuilder();
        var items = new StringBuilder();
        foreach (FileDirective directive in FileDirective.Read(source, shownName))
        {
            switch (directive.Kind)
            {
                case "package":
                    items.Append($"    <PackageReference Include=\"{Escape(directive.Name)}\" Version=\"{Escape(directive.Value ?? "*")}\" />\n");
                    break;
                case "project":
                    items.Append($"    <ProjectReference Include=\"{Escape(Path.GetFullPath(directive.Name, directory))}\" />\n");
                    break;
                case "property":
                    properties.Append($"    <{directive.Name}>{Escape(directive.Value ?? "")}</{directive.Name}>\n");
                    break;
            }
        }

        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <RuntimeIdentifier>wasi-wasm</RuntimeIdentifier>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <EnableDefaultItems>false</EnableDefaultItems>
                <Features>$(Features);FileBasedProgram</Features>
                <RestoreRootConfigDirectory>{Escape(directory)}</RestoreRootConfigDirectory>
            {properties}  </PropertyGroup>
              <ItemGroup>
                <Compile Include="{Escape(source)}" />
                <PackageReference Include="Skiff.Sdk" Version="{CommandVersion.Text}" />
            {items}  </ItemGroup>
            </Project>

            """;
    }

    private static string ProjectRoot =>
        Path.Combine(CompilationCache.Default?.Directory ?? Path.Combine(Path.GetTempPath(), "skiff"), "programs");

    private static string Identity(string source) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 8));

    private static string Escape(string text) => SecurityElement.Escape(text);
}
