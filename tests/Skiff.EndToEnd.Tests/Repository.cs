using System.Reflection;

namespace Skiff.EndToEnd.Tests;

/// <summary>What the build of this repository left for the tests.</summary>
internal static class Repository
{
    /// <summary>The folder of packages that <c>dotnet build -c Release</c> fills.</summary>
    public static string PackageFeed => Metadata("PackageFeed");

    /// <summary>The version of every package in it.</summary>
    public static string PackageVersion => Metadata("PackageVersion");

    /// <summary>The folder of the sample projects.</summary>
    public static string Samples => Metadata("Samples");

    /// <summary>Whether this build packs: only a Release build does.</summary>
    public static bool Packs => Metadata("Configuration") == "Release";

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
