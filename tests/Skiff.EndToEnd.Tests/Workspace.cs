using System.Security;

[assembly: AssemblyFixture(typeof(Skiff.EndToEnd.Tests.Workspace))]

namespace Skiff.EndToEnd.Tests;

/// <summary>
/// A user's machine: an empty folder outside the repository, a package cache of its own, and the feed that the build
/// left. Other packages than ours are shared with the cache of who runs the tests, so that they need no network.
/// </summary>
public sealed class Workspace : IAsyncLifetime
{
    private readonly Dictionary<string, string?> _environment = [];
    private Lazy<Task<Project>>? _probe;
    private Lazy<Task<Project>>? _publishedProbe;

    /// <summary>The folder that everything happens in.</summary>
    internal string Root { get; } = Directory.CreateTempSubdirectory("skiff-").FullName;

    /// <summary>The folder where the user leaves packages.</summary>
    internal string OwnFeed => Path.Combine(Root, ".feed");

    /// <summary>The program that most tests run, built once.</summary>
    internal Task<Project> Probe => _probe!.Value;

    /// <summary>The same program, published too.</summary>
    internal Task<Project> PublishedProbe => _publishedProbe!.Value;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!Repository.Packs)
        {
            return;
        }

        string packages = Directory.CreateDirectory(Path.Combine(Root, ".packages")).FullName;
        Directory.CreateDirectory(OwnFeed);
        ShareCache(packages);
        SetEnvironment(packages);
        await File.WriteAllTextAsync(Path.Combine(Root, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="skiff" value="{SecurityElement.Escape(Repository.PackageFeed)}" />
                <add key="own" value="{SecurityElement.Escape(OwnFeed)}" />
              </packageSources>
            </configuration>
            """);

        // Nothing above the folder may take part in its builds.
        await File.WriteAllTextAsync(Path.Combine(Root, "Directory.Build.props"), "<Project />");
        await File.WriteAllTextAsync(Path.Combine(Root, "Directory.Build.targets"), "<Project />");

        (await DotNetAsync(Root, ["new", "install", $"Skiff.Templates@{Repository.PackageVersion}"])).Succeeded();
        _probe = new Lazy<Task<Project>>(async () =>
        {
            Project probe = CopyProgram("probe");
            CopyProgram("greetings");
            (await probe.DotNetAsync("build")).Succeeded();
            return probe;
        });
        _publishedProbe = new Lazy<Task<Project>>(async () =>
        {
            Project probe = await Probe;
            (await probe.DotNetAsync("publish")).Succeeded();
            return probe;
        });
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        // Links into the shared cache are removed as links.
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs the .NET SDK as a user of this machine.</summary>
    internal Task<CommandResult> DotNetAsync(string directory, IEnumerable<string> arguments, string input = "", IEnumerable<KeyValuePair<string, string?>>? environment = null) =>
        RunAsync("dotnet", arguments, directory, input, environment);

    /// <summary>Runs the .NET SDK and kills it after a while.</summary>
    internal Task KillDotNetAsync(string directory, IEnumerable<string> arguments, TimeSpan after) =>
        Command.KillAsync("dotnet", arguments, directory, _environment, after);

    /// <summary>Runs any program as a user of this machine.</summary>
    internal Task<CommandResult> RunAsync(string file, IEnumerable<string> arguments, string directory, string input = "", IEnumerable<KeyValuePair<string, string?>>? environment = null) =>
        Command.RunAsync(file, arguments, directory, _environment.Concat(environment ?? []), input);

    /// <summary>Copies one of the test programs.</summary>
    /// <param name="program">The folder below <c>programs</c>.</param>
    /// <param name="name">What to call the copy; the name of the program unless given.</param>
    internal Project CopyProgram(string program, string? name = null) =>
        Copy(Path.Combine(AppContext.BaseDirectory, "programs", program), name ?? program, program);

    /// <summary>Copies one of the samples, without what a build left in it.</summary>
    /// <param name="sample">The sample's name.</param>
    /// <param name="name">What to call the copy's folder; the sample's name unless given.</param>
    internal Project CopySample(string sample, string? name = null) => Copy(Path.Combine(Repository.Samples, sample), name ?? sample, sample);

    /// <summary>Writes a project.</summary>
    internal Project WriteProject(string name, string project, string program)
    {
        string directory = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        File.WriteAllText(Path.Combine(directory, name + ".csproj"), project.Replace("SKIFF_VERSION", Repository.PackageVersion, StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(directory, "Program.cs"), program);
        return new Project(this, directory, name);
    }

    /// <summary>Writes a project with interfaces, for WASI 0.2: a library unless its properties say otherwise.</summary>
    /// <param name="directory">Its folder.</param>
    /// <param name="name">Its name.</param>
    /// <param name="properties">More properties.</param>
    /// <param name="items">More items.</param>
    /// <param name="code">The C#.</param>
    /// <param name="interfaces">Files of its folder <c>wit</c>.</param>
    internal Project WriteWitProject(string directory, string name, string properties, string items, string code, params (string Name, string Text)[] interfaces)
    {
        Directory.CreateDirectory(directory);
        File.WriteAllText(
            Path.Combine(directory, name + ".csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RuntimeIdentifier>wasi-wasm</RuntimeIdentifier>
                <WasiVersion>0.2</WasiVersion>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Skiff.Sdk" Version="{Repository.PackageVersion}" PrivateAssets="all" />
                {items}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(directory, "Program.cs"), code);
        foreach ((string file, string text) in interfaces)
        {
            string path = Path.Combine(directory, "wit", file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return new Project(this, directory, name);
    }

    private Project Copy(string source, string name, string assemblyName)
    {
        string target = Path.Combine(Root, name);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string path = Path.GetRelativePath(source, file);
            if (path.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj")
            {
                continue;
            }

            string copy = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (Path.GetExtension(file) == ".csproj")
            {
                File.WriteAllText(copy, File.ReadAllText(file).Replace("SKIFF_VERSION", Repository.PackageVersion, StringComparison.Ordinal));
            }
            else
            {
                File.Copy(file, copy);
            }
        }

        return new Project(this, target, assemblyName);
    }

    private static void ShareCache(string packages)
    {
        string shared = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        if (OperatingSystem.IsWindows() || !Directory.Exists(shared))
        {
            // A link needs a privilege there; NuGet downloads instead.
            return;
        }

        foreach (string package in Directory.EnumerateDirectories(shared))
        {
            string name = Path.GetFileName(package);
            if (!name.StartsWith("skiff", StringComparison.OrdinalIgnoreCase))
            {
                Directory.CreateSymbolicLink(Path.Combine(packages, name), package);
            }
        }
    }

    private void SetEnvironment(string packages)
    {
        // What the build that runs the tests has set for itself.
        foreach (string name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name =>
            name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)))
        {
            _environment[name] = null;
        }

        _environment["DOTNET_HOST_PATH"] = null;
        _environment["NUGET_PACKAGES"] = packages;
        _environment["DOTNET_CLI_HOME"] = Path.Combine(Root, ".home");
        _environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        _environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        _environment["DOTNET_NOLOGO"] = "1";
        // No process outlives its test.
        _environment["MSBUILDDISABLENODEREUSE"] = "1";
        _environment["UseSharedCompilation"] = "false";
        _environment["NoWarn"] = "NU1603";
    }
}
