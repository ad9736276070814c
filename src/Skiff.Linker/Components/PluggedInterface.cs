using Skiff.Wit;

namespace Skiff.Linker.Components;

/// <summary>
/// An interface that an assembly of the program imports and another one exports: as if components of the two were
/// composed, with one runtime for both.
/// </summary>
/// <param name="Import">The import.</param>
/// <param name="Export">The export, of the same name.</param>
/// <param name="Exporter">The assembly that exports it.</param>
internal sealed record PluggedInterface(WorldInterface Import, WorldInterface Export, string Exporter)
{
    /// <summary>The name of both.</summary>
    public string Name => Export.Name;

    /// <summary>Finds them. What an assembly itself imports and exports, it passes through.</summary>
    public static IReadOnlyList<PluggedInterface> Find(IReadOnlyList<(AssemblyWorld Origin, World World)> worlds)
    {
        List<PluggedInterface> plugged = [];
        foreach ((AssemblyWorld exporter, World world) in worlds)
        {
            foreach (WorldInterface export in world.Exports.OfType<WorldInterface>())
            {
                WorldInterface? import = worlds.Where(other => other.Origin.Assembly != exporter.Assembly)
                    .Select(other => other.World.FindImport(export.Name)).OfType<WorldInterface>().FirstOrDefault();
                if (import is not null && export.PlainName is null && HasFunctions(export.Interface)
                    && world.FindImport(export.Name) is null && !plugged.Exists(known => known.Name == export.Name))
                {
                    plugged.Add(new PluggedInterface(import, export, exporter.Assembly));
                }
            }
        }

        return plugged;
    }

    /// <summary>Whether the interface is the one that defines a resource.</summary>
    public bool Defines(ResourceDefinition resource) => ReferenceEquals(resource.Owner, Export.Interface);

    // Whoever has a resource can drop it.
    private static bool HasFunctions(Interface item) => item.Functions.Count > 0 || item.Types.OfType<ResourceDefinition>().Any();
}
