using System.Reflection;

namespace Skiff.Benchmarks;

/// <summary>Where things are.</summary>
internal static class Repository
{
    /// <summary>Whether this is a Release build, which packs.</summary>
    public static bool IsRelease => Metadata("Configuration") == "Release";

    /// <summary>The kind of machine that this is, such as <c>linux-x64</c>.</summary>
    public static string RuntimeIdentifier => Metadata("RuntimeIdentifier");

    /// <summary>The project of the command.</summary>
    public static string Command => Path.Combine(Root, "src", "Skiff.Cli");

    /// <summary>The folder of packages that the build left.</summary>
    public static string PackageFeed => Path.Combine(Root, "artifacts", "packages");

    /// <summary>The folder that NuGet keeps packages in.</summary>
    public static string PackageCache => Metadata("Packages");

    /// <summary>What the benchmark builds, kept from one run to the next.</summary>
    public static string Work => Path.Combine(Root, "artifacts", "bench");

    /// <summary>Where the results are written.</summary>
    public static string Results => Path.Combine(Root, "docs", "benchmarks");

    private static string Root => Metadata("Repository");

    /// <summary>The folder of a sample project.</summary>
    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    /// <summary>What the build knows, such as a version.</summary>
    public static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
