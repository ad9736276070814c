using Skiff.Components.Reading;
using Skiff.Wasm.Components;
using Skiff.Wit;
using Skiff.Wit.Resolution;

namespace Skiff.Components;

/// <summary>Reads the world of a component, and packages of WIT that are encoded as components (specification: WIT, package format).</summary>
public static class WorldReader
{
    private static readonly PackageName s_root = new("root", "component", null);

    /// <summary>
    /// Whether a component is a package of WIT: it has no code, and exports the types of its interfaces and worlds and nothing
    /// else.
    /// </summary>
    public static bool IsPackage(Component component)
    {
        ArgumentNullException.ThrowIfNull(component);
        return component.Exports.Any()
            && component.Exports.All(export => export.Item is ComponentType)
            && component.Definitions.All(definition => definition is ComponentType or ComponentExport or ComponentCustomSection);
    }

    /// <summary>Reads the world of a component; it is called <c>root</c>, in a package <c>root:component</c>.</summary>
    /// <param name="component">The component. Of a package of WIT the packages are read, as <see cref="ReadPackage"/> does.</param>
    /// <returns>That package, and those of the interfaces that the component imports and exports, with as much of each as it uses.</returns>
    /// <exception cref="Skiff.Wasm.Validation.WasmValidationException">The component is not valid.</exception>
    /// <exception cref="ComponentReadingException">It imports or exports what WIT has no words for.</exception>
    public static PackageGraph Read(Component component)
    {
        ArgumentNullException.ThrowIfNull(component);
        if (IsPackage(component))
        {
            return ReadPackage(component);
        }

        component.GetSignature();
        ShapeReader shapes = new();
        ModelReader model = new();
        (InstanceShape imports, InstanceShape exports) = shapes.Read(component.Definitions);
        Package root = model.Package(s_root);
        model.AddWorld(root, "root", imports, exports);
        PackageDocumentation.Apply(component, root);
        return PackageGraph.Of(model.Packages, root);
    }

    /// <summary>Reads a package of WIT.</summary>
    /// <param name="component">A component that <see cref="IsPackage"/>.</param>
    /// <returns>The package, and those that it depends on, with as much of each as it uses.</returns>
    /// <exception cref="Skiff.Wasm.Validation.WasmValidationException">The component is not valid.</exception>
    /// <exception cref="ComponentReadingException">It is not a package, or not a well-formed one.</exception>
    public static PackageGraph ReadPackage(Component component)
    {
        ArgumentNullException.ThrowIfNull(component);
        component.GetSignature();
        ShapeReader shapes = new();
        ModelReader model = new();
        Package? root = null;
        foreach ((ExternName name, Shape shape) in shapes.Read(component.Definitions).Exports.Exports)
        {
            if (shape is not ComponentShape type)
            {
                throw new ComponentReadingException($"The export '{name}' is not the type of a component, so that this is no package of WIT.");
            }

            (InstanceShape imports, InstanceShape exports) = shapes.Read(type);
            if (exports.Exports is not [(var item, var content)])
            {
                throw new ComponentReadingException($"The export '{name}' does not describe one interface or world, so that this is no package of WIT.");
            }

            (PackageName packageName, string itemName) = ModelReader.SplitName(item.Name);
            Package package = model.Package(packageName);
            root ??= package;
            if (root != package)
            {
                throw new ComponentReadingException($"The interfaces and worlds belong to two packages, {root} and {package}, so that this is no package of WIT.");
            }

            foreach ((ExternName dependency, Shape imported) in imports.Exports)
            {
                model.AddInterface(dependency.Name, imported as InstanceShape
                    ?? throw new ComponentReadingException($"'{itemName}' depends on '{dependency}', which is no interface, so that this is no package of WIT."));
            }

            switch (content)
            {
                case InstanceShape instance:
                    model.AddInterface(item.Name, instance);
                    break;
                case ComponentShape world when package.FindWorld(itemName) is null:
                    (InstanceShape worldImports, InstanceShape worldExports) = shapes.Read(world);
                    model.AddWorld(package, itemName, worldImports, worldExports);
                    break;
                default:
                    throw new ComponentReadingException($"'{itemName}' is neither an interface nor a world, or there are two of that name, so that this is no package of WIT.");
            }
        }

        if (root is null)
        {
            throw new ComponentReadingException("The component exports no interface and no world, so that it is no package of WIT.");
        }

        PackageDocumentation.Apply(component, root);
        return PackageGraph.Of(model.Packages, root);
    }
}
