using System.Reflection;
using Skiff.Wit.Files;
using Skiff.Wit.Resolution;
using Skiff.Wit.Text;

namespace Skiff.Wit.Tests;

/// <summary>The files that tests read.</summary>
internal static class TestData
{
    public static string DataDirectory { get; } = Metadata("DataDirectory");

    public static string WasiDirectory { get; } = Metadata("WasiDirectory");

    /// <summary>The packages of WASI, each as the root with the others to refer to.</summary>
    public static TheoryData<string> WasiPackages { get; } =
        [.. Directory.GetDirectories(WasiDirectory).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    public static PackageGraph ResolveWasi(string package) =>
        PackageGraph.Resolve(
            WitFolder.Read(Path.Combine(WasiDirectory, package)).WithLibrary(WitFolder.ReadPackages(WasiDirectory)),
            new ResolveOptions { AllFeatures = true });

    public static PackageGraph Resolve(string text, params string[] features)
    {
        ResolveOptions options = new();
        options.Features.UnionWith(features);
        return PackageGraph.Resolve(WitSources.FromText("test.wit", text), options);
    }

    /// <summary>Resolves a text that has no errors.</summary>
    public static PackageGraph Load(string text, params string[] features)
    {
        PackageGraph graph = Resolve(text, features);
        Assert.Equal("", string.Join("\n", graph.Diagnostics.Where(item => item.Severity == WitSeverity.Error)));
        return graph;
    }

    /// <summary>The only error of a text.</summary>
    public static WitDiagnostic SingleError(string text) =>
        Assert.Single(Resolve(text).Diagnostics, item => item.Severity == WitSeverity.Error);

    private static string Metadata(string key) =>
        typeof(TestData).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}
