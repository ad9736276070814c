using System.Reflection;
using System.Runtime.InteropServices;

namespace Skiff.Benchmarks;

/// <summary>Where things are.</summary>
internal static class Repository
{
    /// <summary>Whether this is a Release build, which packs.</summary>
    public static bool IsRelease => Metadata("Configuration") == "Release";

    /// <summary>The <c>skiff</c> command as <c>dotnet run</c> uses it: compiled ahead for this kind of machine.</summary>
    public static string Skiff => Path.Combine(
        Root, "src", "Skiff.Cli", "bin", "Release", "net10.0", "readytorun", RuntimeInformation.RuntimeIdentifier, "skiff.dll");

    /// <summary>The folder of packages that the build left.</summary>
    public static string PackageFeed => Path.Combine(Root, "artifacts", "packages");

    private static string Root => Metadata("Repository");

    /// <summary>The folder of a sample project.</summary>
    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    /// <summary>Where a Release build of a sample leaves the program; <c>AppBundle</c> is in it.</summary>
    public static string SampleOutput(string name) => Path.Combine(Sample(name), "bin", "Release", "net10.0", "wasi-wasm");

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
