using Skiff.Linker.Interop;
using Skiff.Wit;
using Skiff.Wit.Resolution;

namespace Skiff.Linker.Components;

/// <summary>What a program imports and exports as a component: the worlds of all of its assemblies in one.</summary>
internal sealed class ProgramWorld
{
    /// <summary>What the personality may import.</summary>
    private const string Imports = "wasi:cli/imports@0.2.12";

    /// <summary>What a program with an entry point exports besides.</summary>
    private const string Command = "wasi:cli/command@0.2.12";

    private const string RunPackage = "wasi:cli/run@";

    private ProgramWorld(World world, IReadOnlyList<PluggedInterface> plugged, string? run)
    {
        World = world;
        Plugged = plugged;
        Run = run;
        CoreNames = new CoreNames(world.Imports, world.Exports);
        PluggedNames = new CoreNames(plugged.Select(plug => plug.Import), plugged.Select(plug => plug.Export));
    }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <summary>Interfaces that one assembly imports and another exports, and so are not the world's.</summary>
    public IReadOnlyList<PluggedInterface> Plugged { get; }

    /// <summary>The core export that runs <c>Main</c>; null for a library.</summary>
    public string? Run { get; }

    /// <summary>What the world's imports and exports are called in a core module.</summary>
    public CoreNames CoreNames { get; }

    /// <summary>What those of the plugged interfaces are called.</summary>
    public CoreNames PluggedNames { get; }

    /// <summary>
    /// Whether a method is called from outside, or by another assembly through a plugged interface. What a component's
    /// world has not, nobody can call.
    /// </summary>
    public bool IsExported(ExportedMethod method, WasiVersion version) =>
        version == WasiVersion.Preview1 || CoreNames.Exports.ContainsKey(method.Name) || PluggedNames.Exports.ContainsKey(method.Name);

    /// <summary>Unites the worlds of a program.</summary>
    /// <param name="worlds">Those of its assemblies.</param>
    /// <param name="entry">The program's own assembly, for messages.</param>
    /// <param name="isLibrary">Whether that has no entry point.</param>
    /// <exception cref="AppLinkException">They cannot be united, or there is nothing to call.</exception>
    public static ProgramWorld Unite(IReadOnlyList<AssemblyWorld> worlds, string entry, bool isLibrary)
    {
        PackageGraph graph = WorldTexts.Resolve(worlds, [isLibrary ? Imports : Command]);
        (AssemblyWorld Origin, World World)[] own = [.. worlds.DistinctBy(world => (world.Assembly, world.Name)).Select(world => (world, graph.SelectWorld(world.Name)))];
        World united = new(graph.Root!, "program");
        IReadOnlyList<PluggedInterface> plugged = PluggedInterface.Find(own);
        foreach ((AssemblyWorld origin, World world) in own)
        {
            Add(united.Imports, world.Imports, origin.Assembly);
            Add(united.Exports, world.Exports, origin.Assembly);
        }

        string? run = null;
        if (!isLibrary)
        {
            // The program's own world may name it, in whatever version; Main is what it means.
            bool isNamed = united.Exports.Exists(item => item.Name.StartsWith(RunPackage, StringComparison.Ordinal));
            Add(united.Exports, isNamed ? [] : graph.SelectWorld(Command).Exports, entry);
            run = united.Exports.Find(item => item.Name.StartsWith(RunPackage, StringComparison.Ordinal))!.Name + "#run";
        }

        united.Exports.RemoveAll(item => item is WorldInterface && plugged.Any(plug => plug.Name == item.Name));
        united.Imports.RemoveAll(item => item is WorldInterface imported && plugged.Any(plug => plug.Name == item.Name) && !IsSource(imported.Interface, united));
        CheckResources(united, plugged);
        Add(united.Imports, graph.SelectWorld(isLibrary ? Imports : Command).Imports, entry);
        Sort(united);
        return united.Exports.Count > 0
            ? new ProgramWorld(united, plugged, run)
            : throw new AppLinkException(
                LinkError.InvalidWorld, $"{entry} has neither an entry point nor a world that exports something, so that nobody could call it; give it a world by a Wit item, or set OutputType to Exe");
    }

    /// <summary>Makes sure that resources of plugged interfaces, which others cannot know, do not get out of the program.</summary>
    private static void CheckResources(World world, IReadOnlyList<PluggedInterface> plugged)
    {
        foreach ((WorldItem item, bool isExport) in world.Imports.Select(item => (item, false)).Concat(world.Exports.Select(item => (item, true))))
        {
            IEnumerable<Function> functions = item switch
            {
                WorldInterface known when plugged.Any(plug => plug.Name == known.Name) => [],
                WorldInterface other => other.Interface.AllFunctions,
                WorldFunction { Function: var function } => [function],
                _ => [],
            };
            foreach (WitType type in functions.SelectMany(function => function.Parameters.Select(parameter => parameter.Type).Append(function.Result).OfType<WitType>()))
            {
                if (plugged.FirstOrDefault(plug => type.Contains(part => part is HandleType handle && plug.Defines(handle.Definition))) is { } plug)
                {
                    throw new AppLinkException(
                        LinkError.InvalidWorld,
                        $"one assembly of the program imports {plug.Name} and another exports it, so its resources stay within the program, but the program {(isExport ? "exports" : "imports")} {item.Name}, which passes them; publish the assemblies on their own and compose them with skiff compose, or pass something else than a resource");
                }
            }
        }
    }

    /// <summary>Whether others take types from an interface, directly or not.</summary>
    private static bool IsSource(Interface source, World world) => world.Imports.Concat(world.Exports).Any(item => item switch
    {
        WorldInterface user => user.Interface != source && user.Interface.Dependencies.Contains(source),
        WorldType { Definition: AliasDefinition alias } => alias.UsedFrom == source,
        _ => false,
    });

    private static void Add(List<WorldItem> items, IEnumerable<WorldItem> more, string assembly)
    {
        foreach (WorldItem item in more)
        {
            WorldItem? known = items.Find(candidate => candidate.Name == item.Name);
            if (known is null)
            {
                items.Add(item);
            }
            else if (item is not WorldInterface { PlainName: null })
            {
                throw new AppLinkException(
                    LinkError.InvalidWorld, $"the world of the assembly {assembly} imports or exports '{item.Name}', and so does that of another assembly of the program; put it into an interface of a package");
            }
        }
    }

    /// <summary>Interfaces after those they take types from, then types, then functions; exports the other way.</summary>
    private static void Sort(World world)
    {
        WorldItem[] imports = [.. ByDependency(world.Imports), .. world.Imports.OfType<WorldType>(), .. world.Imports.OfType<WorldFunction>()];
        WorldItem[] exports = [.. world.Exports.OfType<WorldFunction>(), .. ByDependency(world.Exports)];
        world.Imports.Clear();
        world.Imports.AddRange(imports);
        world.Exports.Clear();
        world.Exports.AddRange(exports);
    }

    private static List<WorldInterface> ByDependency(List<WorldItem> items)
    {
        List<WorldInterface> sorted = [];
        HashSet<WorldInterface> seen = [];
        foreach (WorldInterface item in items.OfType<WorldInterface>())
        {
            Visit(item);
        }

        return sorted;

        void Visit(WorldInterface item)
        {
            if (!seen.Add(item))
            {
                return;
            }

            foreach (Interface dependency in item.Interface.Dependencies)
            {
                if (items.OfType<WorldInterface>().FirstOrDefault(other => other.PlainName is null && other.Interface == dependency) is { } source)
                {
                    Visit(source);
                }
            }

            sorted.Add(item);
        }
    }
}
