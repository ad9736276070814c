using Skiff.Wasm;
using Skiff.Wasm.Components;
using Skiff.Wit;
using Skiff.Wit.Resolution;

namespace Skiff.Components;

/// <summary>
/// The custom section of a core module that says which world the module is for, by which other tools make a component of it:
/// a package of WIT with that world only, encoded.
/// </summary>
public static class ComponentTypeSection
{
    /// <summary>What the names of such sections begin with.</summary>
    public const string Prefix = "component-type";

    // The version of the contract between module and section, then that strings are UTF-8.
    private const string EncodingSection = "wit-component-encoding";
    private static readonly byte[] s_encoding = [4, 0];

    /// <summary>Adds the section to a module.</summary>
    /// <param name="module">The module, which keeps what it has.</param>
    /// <param name="world">The world.</param>
    public static void Embed(Module module, World world)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(world);
        Component component = PackageEncoder.Encode(world);
        component.Definitions.Insert(0, new ComponentCustomSection(EncodingSection, s_encoding));
        module.CustomSections.Add(new CustomSection($"{Prefix}:{world.QualifiedName}", component.Write()));
    }

    /// <summary>Reads the worlds that a module is for, in the order of its sections.</summary>
    /// <param name="module">The module.</param>
    /// <returns>Of each the packages; the root package has the world.</returns>
    /// <exception cref="WasmFormatException">A section is not a well-formed component.</exception>
    /// <exception cref="Skiff.Wasm.Validation.WasmValidationException">A section is not a valid component.</exception>
    /// <exception cref="ComponentReadingException">A section is no package of WIT with one world.</exception>
    public static IReadOnlyList<PackageGraph> Read(Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        List<PackageGraph> worlds = [];
        foreach (CustomSection section in module.CustomSections.Where(section => section.Name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            PackageGraph graph = WorldReader.ReadPackage(Component.Read(section.Bytes));
            worlds.Add(graph.Root!.Worlds.Count == 1
                ? graph
                : throw new ComponentReadingException($"The custom section '{section.Name}' has {graph.Root.Worlds.Count} worlds, and not one."));
        }

        return worlds;
    }
}
