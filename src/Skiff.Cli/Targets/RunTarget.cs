using Skiff.Hosting;

namespace Skiff.Cli.Targets;

/// <summary>What is to be run, found from what the user named.</summary>
/// <param name="ModulePath">The module's file.</param>
/// <param name="Argv0">The program's name as the guest sees it.</param>
/// <param name="Arguments">Arguments before the user's.</param>
/// <param name="Directories">Directories that the program needs to start.</param>
internal sealed record RunTarget(
    string ModulePath, string Argv0, IReadOnlyList<string> Arguments, IReadOnlyList<GuestDirectory> Directories)
{
    /// <summary>Finds out what a path is: a module, an AppBundle, what was published, a project or a C# file; the last two are built.</summary>
    public static RunTarget Resolve(string path)
    {
        if (Directory.Exists(path))
        {
            return AppBundle.IsAppBundle(path) ? AppBundle.Open(path)
                : Project.InDirectory(path) is { } project ? Project.Build(project)
                : Directory.GetFiles(path, "*.wasm") is [var module] ? Resolve(module)
                : throw new CommandLineException(
                    $"'{path}' holds neither an AppBundle (dotnet.wasm and one .runtimeconfig.json) nor a project nor one .wasm file; name a .wasm file, an AppBundle, a project or a .cs file");
        }

        if (!File.Exists(path))
        {
            throw new CommandLineException($"'{path}' does not exist; name a .wasm file, an AppBundle, a project or a .cs file");
        }

        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csproj" or ".fsproj" or ".vbproj" => Project.Build(path),
            ".cs" => SourceFile.Build(path),
            _ => new RunTarget(path, Path.GetFileName(path), [], []),
        };
    }
}
