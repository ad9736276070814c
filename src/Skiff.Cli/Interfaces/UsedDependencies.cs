using Skiff.Wit;
using Skiff.Wit.Resolution;

namespace Skiff.Cli.Interfaces;

/// <summary>What a package needs of others, so that a text with it is complete.</summary>
internal static class UsedDependencies
{
    /// <summary>The other packages of a graph, each with the interfaces only that its root package refers to.</summary>
    public static IEnumerable<Package> Of(PackageGraph graph)
    {
        HashSet<Interface> used = [];
        foreach (Interface item in graph.Root!.Interfaces)
        {
            Use(item);
        }

        foreach (WorldItem item in graph.Root.Worlds.SelectMany(world => world.Imports.Concat(world.Exports)))
        {
            switch (item)
            {
                case WorldInterface named:
                    Use(named.Interface);
                    break;
                case WorldType { Definition: AliasDefinition { UsedFrom: { } source } }:
                    Use(source);
                    break;
            }
        }

        foreach (Package package in graph.Packages.Where(package => package != graph.Root && package.Interfaces.Exists(used.Contains)))
        {
            Package part = new(package.Name) { Documentation = package.Documentation };
            part.Interfaces.AddRange(package.Interfaces.Where(used.Contains));
            yield return part;
        }

        void Use(Interface item)
        {
            if (used.Add(item))
            {
                item.Dependencies.ToList().ForEach(Use);
            }
        }
    }
}
