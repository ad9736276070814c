using Skiff.Wasm.Components;

namespace Skiff.Components;

/// <summary>Makes the type of the components of a world: all that it imports and exports.</summary>
internal sealed class WorldTypeEncoder
{
    private readonly ComponentType _type = new();
    private readonly Wit.World _world;
    private readonly TypeScope _scope;
    private readonly Dictionary<Wit.WorldInterface, Definition> _instances = [];
    private readonly Dictionary<(Definition Instance, string Name), Definition> _aliases = [];

    private WorldTypeEncoder(Wit.World world)
    {
        _world = world;
        _scope = new TypeScope(_type.Declarators, type => Find(type, null));
    }

    /// <summary>The type of the components of a world.</summary>
    public static ComponentType Encode(Wit.World world)
    {
        WorldTypeEncoder encoder = new(world);
        foreach (Wit.WorldItem item in world.Imports)
        {
            encoder.AddImport(item);
        }

        foreach (Wit.WorldItem item in world.Exports)
        {
            encoder.AddExport(item);
        }

        return encoder._type;
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

    private void AddImport(Wit.WorldItem item)
    {
        switch (item)
        {
            case Wit.WorldInterface imported:
                InstanceType type = _type.Add(InterfaceTypeEncoder.Encode(imported.Interface, imported.Interface.Types, imported.Interface.AllFunctions, used => Find(used, null)));
                _instances[imported] = _type.Add(new ComponentImport(InterfaceTypeEncoder.NameOf(imported), ExternType.Instance(type)));
                break;
            case Wit.WorldType { Definition: var defined }:
                ExternType bound = defined is Wit.ResourceDefinition ? ExternType.SubResource : ExternType.TypeEqualTo(_scope.AddStructure(defined));
                _scope.Name(defined, _type.Add(new ComponentImport(new ExternName(defined.Name) { ExternalId = defined.ExternalId }, bound)));
                foreach (Wit.Function function in defined is Wit.ResourceDefinition resource ? resource.Functions : [])
                {
                    AddImport(function);
                }

                break;
            case Wit.WorldFunction function:
                AddImport(function.Function);
                break;
        }
    }

    private void AddImport(Wit.Function function) =>
        _type.Add(new ComponentImport(InterfaceTypeEncoder.NameOf(function), ExternType.Function(_scope.Add(function))));

    private void AddExport(Wit.WorldItem item)
    {
        switch (item)
        {
            case Wit.WorldInterface exported:
                InstanceType type = _type.Add(InterfaceTypeEncoder.Encode(exported.Interface, exported.Interface.Types, exported.Interface.AllFunctions, used => Find(used, exported)));
                _instances[exported] = _type.Add(new ExportDeclaration(InterfaceTypeEncoder.NameOf(exported), ExternType.Instance(type)));
                break;
            case Wit.WorldFunction { Function: var function }:
                _type.Add(new ExportDeclaration(InterfaceTypeEncoder.NameOf(function), ExternType.Function(_scope.Add(function))));
                break;
        }
    }

    /// <summary>The definition of a type that another item of the world has.</summary>
    private Definition Find(Wit.TypeDefinition type, Wit.WorldInterface? exportedItem)
    {
        if (type.Owner is not Wit.Interface source)
        {
            return _scope.Find(type);
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
            alias = _type.Add(new ExportAlias(instance, type.Name, Sort.Type));
            _aliases.Add((instance, type.Name), alias);
        }

        return alias;
    }
}
