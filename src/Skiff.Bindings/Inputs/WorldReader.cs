using Skiff.Wit;
using Skiff.Wit.Files;
using Skiff.Wit.Printing;
using Skiff.Wit.Resolution;
using Skiff.Wit.Text;

namespace Skiff.Bindings.Inputs;

/// <summary>Finds the world that bindings are wanted for.</summary>
internal static class WorldReader
{
    /// <summary>Reads a world.</summary>
    /// <param name="files">The files of all folders.</param>
    /// <param name="root">The folder with the package.</param>
    /// <param name="name">The world; empty for the only one.</param>
    /// <param name="report">Is told what is wrong.</param>
    /// <returns>The world, or nothing when there are errors.</returns>
    public static World? Read(IReadOnlyList<WitText> files, string root, string name, Action<WitDiagnostic> report)
    {
        WitSources own = WitSources.FromFolder(root, Files(files.Where(file => file.Place == WitPlace.Project && file.Root == root)));
        PackageGraph graph = PackageGraph.Resolve(new(
            own.Root,
            [.. own.Dependencies, .. PackagesOf(files, WitPlace.Dependency)],
            // Of several that know something of a package, the one that knows most.
            [.. WasiLibrary.PackagesFor(Files(files)), .. PackagesOf(files, WitPlace.Known).OrderByDescending(package => package.Sum(file => file.Text.Length))],
            [.. PackagesOf(files, WitPlace.Reference)]));
        foreach (WitDiagnostic diagnostic in graph.Diagnostics)
        {
            report(diagnostic);
        }

        if (graph.HasErrors)
        {
            return null;
        }

        try
        {
            return graph.SelectWorld(name.Length == 0 ? null : name);
        }
        catch (WitException exception)
        {
            SourceSpan? place = own.Root.Count == 0 ? null : new(own.Root[0], 0, 0);
            foreach (WitDiagnostic diagnostic in exception.Diagnostics)
            {
                report(diagnostic with { Span = diagnostic.Span ?? place });
            }

            return null;
        }
    }

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
