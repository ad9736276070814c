using System.Globalization;
using Skiff.Wit;
using Skiff.Wit.Files;
using Skiff.Wit.Printing;
using Skiff.Wit.Resolution;
using Skiff.Wit.Text;

namespace Skiff.Linker.Components;

/// <summary>
/// Reads the worlds of several assemblies as one graph. Each of their texts has all that it refers to, so that packages
/// such as <c>wasi:io</c> occur in several, and not always with all of their interfaces.
/// </summary>
internal static class WorldTexts
{
    /// <summary>The package that the program itself is, unless one of its own has that name.</summary>
    private const string Program = "skiff:program";

    /// <summary>Resolves texts.</summary>
    /// <param name="worlds">The worlds, whose texts have them.</param>
    /// <param name="wasi">Names of worlds of WASI that the graph is to have as well.</param>
    /// <exception cref="AppLinkException">A text has errors, or two have different things under one name.</exception>
    public static PackageGraph Resolve(IReadOnlyList<AssemblyWorld> worlds, IEnumerable<string> wasi)
    {
        string root = $"package {ChooseName(worlds)};";
        // What nobody refers to is not read from the library.
        string includes = string.Concat(wasi.Select((name, index) => $"\nworld w{index} {{ include {name}; }}"));
        PackageGraph library = Resolve("the packages of WASI", root + includes, allFeatures: false);
        if (worlds.Count == 0)
        {
            return library;
        }

        Dictionary<PackageName, MergedPackage> merged = [];
        foreach (AssemblyWorld world in worlds.DistinctBy(world => (world.Name, world.Text)))
        {
            string path = $"the world {world.Name} of the assembly {world.Assembly}";
            Merge(Resolve(path, $"{root}\n{world.Text}", allFeatures: true), world.Assembly);
        }

        Merge(library, "Skiff.Linker");
        string text = WitPrinter.Print(library.Root!, merged.Values.Select(package => package.Package));
        return Resolve("the worlds of the program", text, allFeatures: true);

        void Merge(PackageGraph graph, string origin)
        {
            foreach (Package package in graph.Packages.Where(package => package != graph.Root))
            {
                if (!merged.TryGetValue(package.Name, out MergedPackage? target))
                {
                    merged.Add(package.Name, target = new MergedPackage(package.Name));
                }

                target.Add(package, origin);
            }
        }
    }

    private static string ChooseName(IReadOnlyList<AssemblyWorld> worlds)
    {
        string name = Program;
        for (int i = 1; worlds.Any(world => world.Text.Contains(name, StringComparison.Ordinal)); i++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{Program}{i}");
        }

        return name;
    }

    private static PackageGraph Resolve(string path, string text, bool allFeatures)
    {
        PackageGraph graph = PackageGraph.Resolve(
            WitSources.FromText(path, text).WithLibrary(WasiLibrary.Packages), new ResolveOptions { AllFeatures = allFeatures });
        return graph.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == WitSeverity.Error) is { } error
            ? throw new AppLinkException(LinkError.InvalidWorld, $"{path} cannot be read: {error.Message.TrimEnd('.')}; build the assembly again with this version of Skiff.Sdk")
            : graph;
    }
}
