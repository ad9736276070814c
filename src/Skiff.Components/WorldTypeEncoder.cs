using Skiff.Wasm.Components;

namespace Skiff.Components;

/// <summary>Makes the type of the components of a world: all that it imports and exports.</summary>
internal sealed class WorldTypeEncoder
{
    private readonly DefinitionList _definitions;
    private readonly Wit.World _world;
    private readonly TypeScope _scope;
    private readonly Dictionary<Wit.WorldInterface, Definition> _instances = [];
    private readonly Dictionary<(Definition Instance, string Name), Definition> _aliases = [];
    private readonly Dictionary<string, Definition> _imports = [];

    private WorldTypeEncoder(DefinitionList definitions, Wit.World world)
    {
        _definitions = definitions;
        _world = world;
        _scope = new TypeScope(definitions, type => Find(type, null));
    }

    /// <summary>The type of the components of a world.</summary>
    public static ComponentType Encode(Wit.World world)
    {
        ComponentType type = new();
        WorldTypeEncoder encoder = new(type.Declarators, world);
        encoder.AddImports();
        foreach (Wit.WorldItem item in world.Exports)
        {
            encoder.AddExport(item);
        }

        return type;
    }

    /// <summary>Adds the imports of a world to a component.</summary>
    /// <returns>The imports by their names; those of resources' functions too.</returns>
    public static IReadOnlyDictionary<string, Definition> AddImports(Component component, Wit.World world)
    {
        WorldTypeEncoder encoder = new(component.Definitions, world);
        encoder.AddImports();
        return encoder._imports;
    }

    /// <summary>A world that exports nothing but an interface, and imports what that takes types from.</summary>
    public static Wit.World WorldOf(Wit.Interface item)
    {
        Wit.World world = new(item.Package, item.Name!);
        HashSet<Wit.Interface> seen = [];
        foreach (Wit.Interface dependency in item.Dependencies)
        {
            Import(dependency);
        }

        world.Exports.Add(new Wit.WorldInterface(item));
        return world;

        void Import(Wit.Interface dependency)
        {
            if (seen.Add(dependency))
            {
                dependency.Dependencies.ToList().ForEach(Import);
                world.Imports.Add(new Wit.WorldInterface(dependency));
            }
        }
    }

    private void AddImports()
    {
        _world.Imports.ForEach(AddImport);
        // The functions of a resource may be of types that stand behind it.
        foreach (Wit.Function function in _world.DefinedTypes.OfType<Wit.ResourceDefinition>().SelectMany(resource => resource.Functions)
            .Concat(_world.Imports.OfType<Wit.WorldFunction>().Select(item => item.Function)))
        {
            AddImport(function);
        }
    }

    private void AddImport(Wit.WorldItem item)
    {
        switch (item)
        {
            case Wit.WorldInterface imported:
                InstanceType type = _definitions.Add(InterfaceTypeEncoder.Encode(imported.Interface, imported.Interface.Types, imported.Interface.AllFunctions, used => Find(used, null)));
                _instances[imported] = Import(new ComponentImport(InterfaceTypeEncoder.NameOf(imported), ExternType.Instance(type)));
                break;
            case Wit.WorldType { Definition: var defined }:
                ExternType bound = defined is Wit.ResourceDefinition ? ExternType.SubResource : ExternType.TypeEqualTo(_scope.AddStructure(defined));
                _scope.Name(defined, Import(new ComponentImport(new ExternName(defined.Name) { ExternalId = defined.ExternalId }, bound)));
                break;
        }
    }

    private void AddImport(Wit.Function function) =>
        Import(new ComponentImport(InterfaceTypeEncoder.NameOf(function), ExternType.Function(_scope.Add(function))));

    private ComponentImport Import(ComponentImport import)
    {
        _imports.Add(import.ExternName.Name, import);
        return _definitions.Add(import);
    }

    private void AddExport(Wit.WorldItem item)
    {
        switch (item)
        {
            case Wit.WorldInterface exported:
                InstanceType type = _definitions.Add(InterfaceTypeEncoder.Encode(exported.Interface, exported.Interface.Types, exported.Interface.AllFunctions, used => Find(used, exported)));
                _instances[exported] = _definitions.Add(new ExportDeclaration(InterfaceTypeEncoder.NameOf(exported), ExternType.Instance(type)));
                break;
            case Wit.WorldFunction { Function: var function }:
                _definitions.Add(new ExportDeclaration(InterfaceTypeEncoder.NameOf(function), ExternType.Function(_scope.Add(function))));
                break;
        }
    }

    /// <summary>The definition of a type that another item of the world has.</summary>
    private Definition Find(Wit.TypeDefinition type, Wit.WorldInterface? exportedItem)
    {
        if (type.Owner is not Wit.Interface source)
        {
            return _scope.Has(type)
                ? _scope.Find(type)
                : throw new ComponentEncodingException($"The type {type.Name} of the world {_world} is used before it is defined; the world is not in order.");
        }

        Wit.WorldInterface? item = exportedItem is not null
            ? _world.FindSource(exportedItem, source)
            : _world.Imports.OfType<Wit.WorldInterface>().FirstOrDefault(candidate => candidate.PlainName is null && candidate.Interface == source);
        if (item is null || !_instances.TryGetValue(item, out Definition? instance))
        {
            throw new ComponentEncodingException($"The type {type.Name} of {source} is used before {source} is imported or exported; the world {_world} is incomplete.");
        }

        if (!_aliases.TryGetValue((instance, type.Name), out Definition? alias))
        {
            alias = _definitions.Add(new ExportAlias(instance, type.Name, Sort.Type));
            _aliases.Add((instance, type.Name), alias);
        }

        return alias;
    }
}
