namespace Skiff.Cli.Targets;

/// <summary>A project that builds to an AppBundle.</summary>
internal static class Project
{
    private const string BundleProperty = "WasiAppBundleDirectory";

    /// <summary>The project of a directory; null if it has none.</summary>
    public static string? InDirectory(string directory)
    {
        string[] projects = [.. Directory.GetFiles(directory, "*.*proj").Where(file => Path.GetExtension(file) is ".csproj" or ".fsproj" or ".vbproj")];
        return projects.Length > 1
            ? throw new CommandLineException($"'{directory}' has several projects; name one of {string.Join(", ", projects.Select(Path.GetFileName).Order())}")
            : projects.FirstOrDefault();
    }

    /// <summary>Builds a project, quietly unless it fails, and opens its AppBundle.</summary>
    public static RunTarget Build(string project) => AppBundle.Open(BuildBundle(project, project));

    /// <summary>Builds a project, quietly unless it fails.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="shownName">What to call it in errors.</param>
    /// <returns>The directory of its AppBundle.</returns>
    public static string BuildBundle(string project, string shownName)
    {
        // Without a target, a property is evaluated but nothing is built.
        (int exitCode, string output, string error) = DotNet.Run(
            "build", project, "-nologo", "-v:quiet", "-t:Build", $"-getProperty:{BundleProperty}");
        if (exitCode != 0)
        {
            Console.Error.Write(error.Length > 0 ? error : output);
            throw new CommandLineException($"'{shownName}' does not build; the errors are above", ExitCodes.BuildFailed);
        }

        string bundle = output.Trim().Replace('\\', Path.DirectorySeparatorChar);
        if (bundle.Length == 0)
        {
            throw new CommandLineException(
                $"'{shownName}' does not build for WASI; set <RuntimeIdentifier>wasi-wasm</RuntimeIdentifier> and reference the package Skiff.Sdk");
        }

        bundle = Path.GetFullPath(bundle, Path.GetDirectoryName(Path.GetFullPath(project))!);
        return AppBundle.IsAppBundle(bundle)
            ? bundle
            : throw new CommandLineException($"'{shownName}' was built but left no AppBundle in '{bundle}'; run dotnet build to see why", ExitCodes.BuildFailed);
    }
}
