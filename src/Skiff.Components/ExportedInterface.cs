using Skiff.Wasm.Components;

namespace Skiff.Components;

/// <summary>
/// An instance that a component exports. Its types must bear the names of the interface, which only exports of a
/// component give: so a component of its own takes the types and lifted functions and exports them again.
/// </summary>
internal sealed class ExportedInterface
{
    private readonly Wit.WorldInterface _item;
    private readonly TypeScope _level;
    private readonly Component _component = new();
    private readonly List<NamedDefinition> _arguments = [];
    private readonly TypeScope _imports;
    private readonly TypeScope _exports;

    private ExportedInterface(Wit.WorldInterface item, TypeScope level)
    {
        _item = item;
        _level = level;
        _imports = new TypeScope(_component.Definitions, ImportType);
        _exports = new TypeScope(_component.Definitions, type => _imports.Find(type));
    }

    /// <summary>Makes the component of an interface, instantiates it, and returns the instance.</summary>
    /// <param name="target">Where the definitions go.</param>
    /// <param name="item">The interface.</param>
    /// <param name="level">The types as the target has them.</param>
    /// <param name="lifted">The functions of the interface, lifted.</param>
    public static Instantiation Add(
        Component target, Wit.WorldInterface item, TypeScope level, IReadOnlyList<(Wit.Function Function, Definition Lifted)> lifted)
    {
        ExportedInterface exported = new(item, level);
        exported.Fill(lifted);
        NestedComponent nested = target.Add(new NestedComponent(exported._component));
        Instantiation instance = target.Add(new Instantiation(nested));
        instance.Arguments.AddRange(exported._arguments);
        return instance;
    }

    private void Fill(IReadOnlyList<(Wit.Function Function, Definition Lifted)> lifted)
    {
        foreach (Wit.TypeDefinition type in _item.Interface.Types)
        {
            _imports.Find(type);
        }

        List<Definition> functions = [];
        foreach ((Wit.Function function, Definition definition) in lifted)
        {
            ComponentFunctionType type = _imports.Add(function);
            functions.Add(Import("func", ExternType.Function(type), definition));
        }

        foreach (Wit.TypeDefinition type in _item.Interface.Types)
        {
            Definition definition = type is Wit.ResourceDefinition ? _imports.Find(type) : _exports.AddStructure(type);
            _exports.Name(type, _component.Add(new ComponentExport(type.Name, definition)));
        }

        foreach (((Wit.Function function, _), Definition import) in lifted.Zip(functions))
        {
            ComponentFunctionType type = _exports.Add(function);
            _component.Add(new ComponentExport(function.Name, import, ExternType.Function(type)));
        }
    }

    private ComponentImport ImportType(Wit.TypeDefinition type)
    {
        ExternType bound = type is Wit.ResourceDefinition ? ExternType.SubResource : ExternType.TypeEqualTo(_imports.AddStructure(type));
        return Import("type", bound, _level.Find(type));
    }

    private ComponentImport Import(string what, ExternType type, Definition argument)
    {
        string name = $"import-{what}-{_arguments.Count}";
        _arguments.Add(new NamedDefinition(name, argument));
        return _component.Add(new ComponentImport(name, type));
    }
}
