using Skiff.Wasm.Components;
using Skiff.Wasm.Validation;

namespace Skiff.Components;

/// <summary>
/// Makes a component of a package of WIT (specification: WIT, package format): it exports the type of each interface and world,
/// together with what they depend on, and holds documentation and gates in a custom section.
/// </summary>
public static class PackageEncoder
{
    /// <summary>Makes a component of a package; <see cref="WorldReader.ReadPackage"/> reads it.</summary>
    /// <param name="package">The package.</param>
    /// <exception cref="ComponentEncodingException">
    /// The package is empty, so that even its name would be lost, or components cannot have what is in it: nested names, types that
    /// consist of a million others.
    /// </exception>
    public static Component Encode(Wit.Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        if (package.Interfaces.Count == 0 && package.Worlds.Count == 0)
        {
            throw new ComponentEncodingException($"The package {package} has no interface and no world, so there is nothing to encode; add one.");
        }

        InterfaceTypeEncoder.RequireName(package.Name);
        // Readers want to know an interface before others take types from it.
        HashSet<Wit.Interface> ordered = [];
        package.Interfaces.ForEach(Visit);
        Component component = Encode(package, ordered, package.Worlds);
        try
        {
            component.GetSignature();
        }
        catch (WasmValidationException exception)
        {
            throw new ComponentEncodingException($"The package {package} makes no valid component: {exception.Message.TrimEnd('.')}.");
        }

        return component;

        void Visit(Wit.Interface item)
        {
            if (item.Package == package && !ordered.Contains(item))
            {
                item.Dependencies.ToList().ForEach(Visit);
                ordered.Add(item);
            }
        }
    }

    /// <summary>Makes a component of one world of a package, as core modules have it in a custom section.</summary>
    internal static Component Encode(Wit.World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return Encode(world.Package, [], [world]);
    }

    private static Component Encode(Wit.Package package, IEnumerable<Wit.Interface> interfaces, IEnumerable<Wit.World> worlds)
    {
        Component component = new();
        foreach (Wit.Interface item in interfaces)
        {
            Add(item.Name!, WorldTypeEncoder.Encode(WorldTypeEncoder.WorldOf(item)));
        }

        foreach (Wit.World world in worlds)
        {
            ComponentType type = new();
            ComponentType inner = type.Add(WorldTypeEncoder.Encode(world));
            type.Add(new ExportDeclaration(world.QualifiedName, ExternType.Component(inner)));
            Add(world.Name, type);
        }

        Wit.Package documented = new(package.Name) { Documentation = package.Documentation };
        documented.Interfaces.AddRange(interfaces);
        documented.Worlds.AddRange(worlds);
        if (PackageDocumentation.Of(documented) is { } documentation)
        {
            component.Add(documentation);
        }

        component.Add(ComponentProducers.Section());
        return component;

        void Add(string name, ComponentType type)
        {
            component.Add(type);
            component.Add(new ComponentExport(name, type));
        }
    }
}
