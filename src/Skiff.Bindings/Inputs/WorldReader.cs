using Skiff.Wit;
using Skiff.Wit.Files;
using Skiff.Wit.Printing;
using Skiff.Wit.Resolution;
using Skiff.Wit.Text;

namespace Skiff.Bindings.Inputs;

/// <summary>Finds the worlds that bindings are wanted for.</summary>
internal static class WorldReader
{
    /// <summary>Reads the worlds of a project.</summary>
    /// <param name="files">The files of all folders.</param>
    /// <param name="report">Is told what is wrong.</param>
    /// <returns>The worlds; none when there are errors.</returns>
    public static IReadOnlyList<World> Read(IReadOnlyList<WitText> files, Action<WitDiagnostic> report)
    {
        List<(WitText First, WitSources Sources)> own =
        [
            .. files.Where(file => file.Place == WitPlace.Project)
                .GroupBy(file => file.Root, (root, group) => (group.First(), WitSources.FromFolder(root, Files(group)))),
        ];
        if (own.Count == 0)
        {
            return [];
        }

        // All packages are resolved together, so that what several worlds have is one.
        ResolveOptions options = new();
        options.Features.UnionWith(files.SelectMany(file => file.Features));
        PackageGraph graph = PackageGraph.Resolve(
            new(
                own[0].Sources.Root,
                [
                    .. own.Skip(1).Select(item => item.Sources.Root).Where(root => root.Count > 0),
                    .. own.SelectMany(item => item.Sources.Dependencies),
                    .. PackagesOf(files, WitPlace.Dependency),
                ],
                // Of several that know something of a package, the one that knows most.
                [.. WasiLibrary.PackagesFor(Files(files)), .. PackagesOf(files, WitPlace.Known).OrderByDescending(package => package.Sum(file => file.Text.Length))],
                [.. PackagesOf(files, WitPlace.Reference)]),
            options);
        foreach (WitDiagnostic diagnostic in graph.Diagnostics)
        {
            report(diagnostic);
        }

        if (graph.HasErrors)
        {
            return [];
        }

        List<World> worlds = [];
        foreach ((WitText first, WitSources sources) in own)
        {
            foreach (string name in first.Worlds.Count == 0 ? [""] : (IReadOnlyList<string>)first.Worlds)
            {
                if (Select(graph, sources, name, report) is { } world && !worlds.Contains(world))
                {
                    worlds.Add(world);
                }
            }
        }

        return worlds;
    }

    private static World? Select(PackageGraph graph, WitSources sources, string name, Action<WitDiagnostic> report)
    {
        try
        {
            return PackageGraph.Of(graph.Packages, PackageOf(graph, sources)!).SelectWorld(name.Length == 0 ? null : name);
        }
        catch (WitException exception)
        {
            SourceSpan? place = sources.Root.Count == 0 ? null : new(sources.Root[0], 0, 0);
            string way = name.Length == 0 && PackageOf(graph, sources) is { Worlds.Count: 0 }
                ? "; write one, or put Dependency=\"true\" on the `Wit` item of a project that only brings interfaces for others"
                : "";
            foreach (WitDiagnostic diagnostic in exception.Diagnostics)
            {
                report(diagnostic with { Span = diagnostic.Span ?? place, Message = diagnostic.Message + way });
            }

            return null;
        }
    }

    /// <summary>The package of a folder, which one of its files names.</summary>
    private static Package? PackageOf(PackageGraph graph, WitSources sources) =>
        graph.Files.Where(file => file.Package is not null && sources.Root.Any(source => source.Path == file.Span.Source.Path))
            .Select(file => graph.FindPackage(file.Package!.Name.Name))
            .FirstOrDefault()
        ?? graph.Root;

    /// <summary>The name of a world, a line break, and nested packages with all that the world refers to.</summary>
    public static string Describe(World world)
    {
        List<Package> packages = [];
        foreach (Interface item in world.Imports.Concat(world.Exports).OfType<WorldInterface>().Select(item => item.Interface))
        {
            if (item.Name is not null && PackageOf(item.Package.Name) is var package && !package.Interfaces.Contains(item))
            {
                package.Interfaces.Add(item);
            }
        }

        PackageOf(world.Package.Name).Worlds.Add(world);
        return $"{world.QualifiedName}\n{WitPrinter.PrintNested(packages)}";

        Package PackageOf(PackageName name)
        {
            Package? package = packages.Find(item => item.Name == name);
            if (package is null)
            {
                packages.Add(package = new(name));
            }

            return package;
        }
    }

    private static IEnumerable<IReadOnlyList<WitFile>> PackagesOf(IReadOnlyList<WitText> files, WitPlace place) =>
        from file in files
        where file.Place == place
        group file by file.Root into folder
        let sources = WitSources.FromFolder(folder.Key, Files(folder))
        from package in (IEnumerable<IReadOnlyList<WitFile>>)[sources.Root, .. sources.Dependencies]
        where package.Count > 0
        select package;

    private static IEnumerable<WitFile> Files(IEnumerable<WitText> files) => files.Select(file => new WitFile(file.Path, file.Text));
}
