using Skiff.Wit.Files;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Resolution;

/// <summary>Packages whose names have been resolved: a graph of objects.</summary>
public sealed class PackageGraph
{
    internal PackageGraph(
        IReadOnlyList<Package> packages,
        Package? root,
        IReadOnlyList<FileSyntax> files,
        IReadOnlyList<WitDiagnostic> diagnostics)
    {
        Packages = packages;
        Root = root;
        Files = files;
        Diagnostics = diagnostics;
    }

    /// <summary>The packages, each after those it refers to.</summary>
    public IReadOnlyList<Package> Packages { get; }

    /// <summary>The package that was asked for; the others are its dependencies.</summary>
    public Package? Root { get; }

    /// <summary>The files as they were read.</summary>
    public IReadOnlyList<FileSyntax> Files { get; }

    /// <summary>Everything that is wrong, in all files.</summary>
    public IReadOnlyList<WitDiagnostic> Diagnostics { get; }

    /// <summary>Whether there are errors. The graph then has what could be resolved, and is no basis for generating code.</summary>
    public bool HasErrors => Diagnostics.Any(item => item.Severity == WitSeverity.Error);

    /// <summary>A graph of packages that were made by hand or read from a binary.</summary>
    /// <param name="packages">The packages, each after those it refers to.</param>
    /// <param name="root">The one among them that was asked for.</param>
    public static PackageGraph Of(IReadOnlyList<Package> packages, Package root) => new(packages, root, [], []);

    /// <summary>Resolves the names of packages. Errors are in <see cref="Diagnostics"/>.</summary>
    public static PackageGraph Resolve(WitSources sources, ResolveOptions? options = null) =>
        new Resolver(options ?? new()).Run(sources);

    /// <summary>Reads a file, or a folder with its <c>deps</c>, and resolves it.</summary>
    /// <exception cref="WitException">There are errors; all of them are in it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static PackageGraph Load(string path, ResolveOptions? options = null)
    {
        PackageGraph graph = Resolve(WitFolder.Read(path), options);
        graph.ThrowIfErrors();
        return graph;
    }

    /// <summary>Throws what is wrong, if anything is.</summary>
    /// <exception cref="WitException">There are errors.</exception>
    public void ThrowIfErrors()
    {
        if (HasErrors)
        {
            throw new WitException(Diagnostics);
        }
    }

    /// <summary>The package of a name with its version.</summary>
    public Package? FindPackage(PackageName name) => Packages.FirstOrDefault(package => package.Name == name);

    /// <summary>The interface of a name such as <c>wasi:io/streams@0.2.0</c>.</summary>
    public Interface? FindInterface(string qualifiedName) =>
        Packages.SelectMany(package => package.Interfaces).FirstOrDefault(item => item.QualifiedName == qualifiedName);

    /// <summary>Chooses a world (WIT.md, "Specifying a World").</summary>
    /// <param name="name">
    /// The name of a world of the root package; or a path such as <c>wasi:http/proxy</c> or <c>wasi:http/proxy@0.2.0</c>;
    /// or nothing for the only world of the root package.
    /// </param>
    /// <exception cref="WitException">There is no such world, or more than one.</exception>
    public World SelectWorld(string? name = null)
    {
        if (name is not null && name.IndexOf('/') >= 0)
        {
            List<World> worlds =
            [
                .. Packages.SelectMany(package => package.Worlds)
                    .Where(world => world.QualifiedName == name
                        || new PackageName(world.Package.Name.Namespace, world.Package.Name.Name, null).GetItemName(world.Name) == name),
            ];
            return worlds.Count == 1
                ? worlds[0]
                : throw NoWorld(
                    worlds.Count == 0
                        ? $"there is no world `{name}`{List(Packages.SelectMany(package => package.Worlds).Select(world => world.QualifiedName))}"
                        : $"there are several versions of the world `{name}`{List(worlds.Select(world => world.QualifiedName))}; add one");
        }

        if (Root is null)
        {
            throw NoWorld("there is no package to choose a world from");
        }

        if (name is not null)
        {
            return Root.FindWorld(name)
                ?? throw NoWorld($"the package `{Root}` has no world `{name}`{List(Root.Worlds.Select(world => world.Name))}");
        }

        return Root.Worlds.Count == 1
            ? Root.Worlds[0]
            : throw NoWorld(
                Root.Worlds.Count == 0
                    ? $"the package `{Root}` has no world"
                    : $"the package `{Root}` has several worlds{List(Root.Worlds.Select(world => world.Name))}; choose one by its name");
    }

    private static WitException NoWorld(string message) =>
        new([new(DiagnosticCode.WorldChoice, WitSeverity.Error, null, message)]);

    private static string List(IEnumerable<string> names)
    {
        string list = string.Join(", ", names.Select(name => $"`{name}`"));
        return list.Length == 0 ? "" : $": {list}";
    }
}
