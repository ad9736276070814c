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
        WitSources own = Sources(files, root);
        List<IReadOnlyList<WitFile>> dependencies = [.. own.Dependencies];
        foreach (string other in files.Where(file => file.IsDependency).Select(file => file.Root).Distinct())
        {
            WitSources sources = Sources(files, other);
            dependencies.AddRange(sources.Root.Count > 0 ? [sources.Root, .. sources.Dependencies] : sources.Dependencies);
        }

        PackageGraph graph = PackageGraph.Resolve(new(own.Root, dependencies, WasiLibrary.Packages));
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

    private static WitSources Sources(IReadOnlyList<WitText> files, string root) =>
        WitSources.FromFolder(root, files.Where(file => file.Root == root).Select(file => new WitFile(file.Path, file.Text)));
}
