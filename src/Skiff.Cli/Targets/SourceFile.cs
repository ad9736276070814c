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
    private const string SdkPackage = "Skiff.Sdk";

    /// <summary>Builds the file's project, unless neither has changed since it was last built.</summary>
    public static RunTarget Build(string path)
    {
        string source = Path.GetFullPath(path);
        string name = Path.GetFileNameWithoutExtension(source);
        string directory = Path.Combine(ProjectRoot, $"{name}-{Identity(source)}");
        string project = Path.Combine(directory, $"{name}.csproj");
        IReadOnlyList<FileDirective> directives = FileDirective.Read(source, path);
        string text = MakeProject(source, directives);
        try
        {
            Directory.CreateDirectory(directory);
            string record = Path.Combine(directory, "built");
            string state = State(source, text);
            if (IsPinned(directives) && ReadRecord(record, state) is { } built)
            {
                return AppBundle.Open(built);
            }

            File.Delete(record);
            // Written only when it changes: a newer project file would make the build do everything again.
            if (!File.Exists(project) || File.ReadAllText(project) != text)
            {
                File.WriteAllText(project, text);
            }

            string bundle = Project.BuildBundle(project, path);
            File.WriteAllLines(record, [state, bundle]);
            return AppBundle.Open(bundle);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException(
                $"'{path}' cannot be built in '{directory}' ({exception.Message}); name another directory in {CompilationCache.DirectoryVariable}");
        }
    }

    /// <summary>The text of the project for a file.</summary>
    /// <param name="source">The file's full path.</param>
    /// <param name="directives">What the file asks for.</param>
    internal static string MakeProject(string source, IReadOnlyList<FileDirective> directives)
    {
        string directory = Path.GetDirectoryName(source)!;
        var properties = new StringBuilder();
        var items = new StringBuilder();
        if (!directives.Any(directive => directive is { Kind: "package" } && directive.Name.Equals(SdkPackage, StringComparison.OrdinalIgnoreCase)))
        {
            items.Append($"    <PackageReference Include=\"{SdkPackage}\" Version=\"{CommandVersion.Text}\" />\n");
        }

        foreach (FileDirective directive in directives)
        {
            switch (directive.Kind)
            {
                case "package":
                    items.Append($"    <PackageReference Include=\"{Escape(directive.Name)}\" Version=\"{Escape(directive.Value ?? "*")}\" />\n");
                    break;
                case "project":
                    items.Append($"    <ProjectReference Include=\"{EscapePath(Path.GetFullPath(directive.Name, directory))}\" />\n");
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
                <RestoreRootConfigDirectory>{EscapePath(directory)}</RestoreRootConfigDirectory>
            {properties}  </PropertyGroup>
              <ItemGroup>
                <Compile Include="{EscapePath(source)}" />
            {items}  </ItemGroup>
            </Project>

            """;
    }

    // Other projects may change, and a floating version may resolve to another, without the file knowing.
    private static bool IsPinned(IReadOnlyList<FileDirective> directives) => directives.All(
        directive => directive.Kind switch
        {
            "project" => false,
            "package" => directive.Value is { } version && !version.Contains('*', StringComparison.Ordinal),
            _ => true,
        });

    private static string State(string source, string project) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData([.. Encoding.UTF8.GetBytes(project), 0, .. File.ReadAllBytes(source)]));

    private static string? ReadRecord(string record, string state) =>
        File.Exists(record) && File.ReadAllLines(record) is [var built, var bundle] && built == state && AppBundle.IsAppBundle(bundle)
            ? bundle
            : null;

    private static string ProjectRoot =>
        Path.Combine(CompilationCache.Default?.Directory ?? Path.Combine(Path.GetTempPath(), "skiff"), "programs");

    private static string Identity(string source) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 8));

    private static string Escape(string text) => SecurityElement.Escape(text);

    // In a path, what MSBuild would take for a list, a pattern or an expression is a letter like others.
    private static string EscapePath(string path) => Escape(string.Concat(
        path.Select(letter => "%*?@$();'".Contains(letter, StringComparison.Ordinal) ? $"%{(int)letter:X2}" : letter.ToString())));
}
