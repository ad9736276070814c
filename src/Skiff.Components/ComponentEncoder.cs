using Skiff.Wasm;
using Skiff.Wasm.Components;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Components;

/// <summary>
/// Makes a component of a core module and a world (specification: canonical ABI): the types of the world, its imports
/// lowered, its exports lifted. Functions are called synchronously. Only what the core module uses is imported.
/// </summary>
public sealed class ComponentEncoder
{
    private readonly Module _core;
    private readonly Wit.World _world;
    private readonly ICoreNames _names;
    private readonly Flattening _flattening = new(PointerWidth.Bits32);
    private readonly Component _component = new();
    private readonly NeededTypes _needed = new();
    private readonly TypeScope _root;
    private readonly List<(Wasm.Function Import, CoreImport Meaning)> _coreImports;
    private readonly Dictionary<Wit.WorldInterface, Definition> _instances = [];
    private readonly Dictionary<Wit.Function, Definition> _functions = [];
    private readonly Dictionary<(Definition Instance, string Name), Definition> _aliases = [];
    private readonly Dictionary<(Wit.WorldInterface Item, Wit.ResourceDefinition Resource), ResourceType> _ownResources = [];
    private readonly List<(FunctionType Type, Func<Definition> Make)> _late = [];
    private CoreInstantiation? _shim;
    private CoreInstantiation? _main;
    private Definition? _memory;
    private Definition? _realloc;

    private ComponentEncoder(Module core, Wit.World world, ICoreNames names)
    {
        _core = core;
        _world = world;
        _names = names;
        _root = new TypeScope(_component.Definitions, type => FindInInstance(type, exportedItem: null));
        _coreImports = CoreImports.Resolve(core, world, names);
    }

    /// <summary>Makes a component.</summary>
    /// <param name="core">The core module; it is written as it is.</param>
    /// <param name="world">What the component imports and exports.</param>
    /// <param name="names">How the core module calls its imports and exports; by default as tools in common use do.</param>
    /// <exception cref="ComponentEncodingException">Module and world do not fit; the message says what is missing.</exception>
    public static Component Encode(Module core, Wit.World world, ICoreNames? names = null)
    {
        ArgumentNullException.ThrowIfNull(core);
        ArgumentNullException.ThrowIfNull(world);
        return new ComponentEncoder(core, world, names ?? ComponentNames.Instance).Encode();
    }

    private Component Encode()
    {
        FindNeeded();
        foreach (Wit.WorldItem item in _world.Imports)
        {
            AddImport(item);
        }

        // The functions of a resource may be of types that stand behind it.
        foreach (Wit.Function function in _world.DefinedTypes.OfType<Wit.ResourceDefinition>().SelectMany(resource => resource.Functions)
            .Concat(_world.Imports.OfType<Wit.WorldFunction>().Select(item => item.Function)))
        {
            AddImport(function);
        }

        EmbeddedModule main = _component.Add(new EmbeddedModule(_core) { Name = "main" });
        PlanLateFunctions();
        AddCoreInstances(main);
        foreach (Wit.WorldItem item in _world.Exports)
        {
            AddExport(item);
        }

        _component.Add(ComponentProducers.Section());
        return _component;
    }

    private void FindNeeded()
    {
        foreach ((_, CoreImport meaning) in _coreImports)
        {
            if (meaning.Function is { } function)
            {
                _needed.Add(function);
            }
            else if (meaning.Intrinsic == ResourceIntrinsic.ImportedDrop)
            {
                _needed.Add(meaning.Resource!);
            }
        }

        foreach (Wit.WorldItem item in _world.Exports)
        {
            switch (item)
            {
                case Wit.WorldFunction function:
                    _needed.Add(function.Function);
                    break;
                case Wit.WorldInterface exported:
                    exported.Interface.Types.ForEach(_needed.Add);
                    exported.Interface.AllFunctions.ToList().ForEach(_needed.Add);
                    break;
            }
        }
    }

    private bool IsCalled(Wit.WorldInterface? item, Wit.Function function) =>
        _coreImports.Exists(import => import.Meaning.Item == item && import.Meaning.Function == function);

    private void AddImport(Wit.WorldItem item)
    {
        switch (item)
        {
            case Wit.WorldInterface imported:
                AddImport(imported);
                break;
            case Wit.WorldType { Definition: var type } when _needed.Contains(type):
                ExternType bound = type is Wit.ResourceDefinition ? ExternType.SubResource : ExternType.TypeEqualTo(_root.AddStructure(type));
                _root.Name(type, _component.Add(new ComponentImport(type.Name, bound)));
                break;
        }
    }

    private void AddImport(Wit.Function function)
    {
        if (IsCalled(null, function))
        {
            ComponentFunctionType type = _root.Add(function);
            _functions[function] = _component.Add(new ComponentImport(function.Name, ExternType.Function(type)));
        }
    }

    private void AddImport(Wit.WorldInterface item)
    {
        List<Wit.TypeDefinition> types = item.Interface.Types.FindAll(_needed.Contains);
        List<Wit.Function> functions = [.. item.Interface.AllFunctions.Where(function => IsCalled(item, function))];
        if (types.Count == 0 && functions.Count == 0)
        {
            return;
        }

        InstanceType instance = InterfaceTypeEncoder.Encode(item.Interface, types, functions, type => FindInInstance(type, exportedItem: null));
        _component.Add(instance);
        _instances[item] = _component.Add(new ComponentImport(InterfaceTypeEncoder.NameOf(item), ExternType.Instance(instance)) { Name = item.Name });
    }

    /// <summary>The definition, at the level of the component, of a type that belongs to another item of the world.</summary>
    private Definition FindInInstance(Wit.TypeDefinition type, Wit.WorldInterface? exportedItem)
    {
        if (type.Owner is not Wit.Interface source)
        {
            return _root.Has(type)
                ? _root.Find(type)
                : throw new ComponentEncodingException($"The type {type.Name} of the world {_world} is used before it is defined; the world is not in order.");
        }

        Wit.WorldInterface? item = exportedItem is not null
            ? _world.FindSource(exportedItem, source)
            : _world.Imports.OfType<Wit.WorldInterface>().FirstOrDefault(candidate => candidate.PlainName is null && candidate.Interface == source);
        return item is not null && _instances.TryGetValue(item, out Definition? instance)
            ? Alias(instance, type.Name, Sort.Type)
            : throw new ComponentEncodingException($"The type {type.Name} of {source} is used before {source} is imported or exported; the world {_world} is incomplete.");
    }

    private Definition Alias(Definition instance, string name, Sort sort)
    {
        if (!_aliases.TryGetValue((instance, name), out Definition? alias))
        {
            alias = _component.Add(new ExportAlias(instance, name, sort));
            _aliases.Add((instance, name), alias);
        }

        return alias;
    }

    private CoreExportAlias CoreFunction(Definition instance, string name) =>
        _component.Add(new CoreExportAlias(instance, name, Sort.CoreFunction) { Name = name });

    /// <summary>Finds the functions that exist only after the core module, and makes the shim that stands in for them.</summary>
    private void PlanLateFunctions()
    {
        foreach ((Wasm.Function import, CoreImport meaning) in _coreImports)
        {
            if (meaning.Function is { } function && NeedsMemory(function))
            {
                _late.Add((import.Type, () => LowerWithMemory(meaning)));
            }
        }

        foreach (Wit.WorldInterface item in _world.Exports.OfType<Wit.WorldInterface>())
        {
            foreach (Wit.ResourceDefinition resource in item.Interface.Types.OfType<Wit.ResourceDefinition>())
            {
                string destructor = _names.GetDestructor(item, resource);
                if (_core.FindExport(destructor) is Wasm.Function { Type: var type })
                {
                    _late.Add((type, () => CoreFunction(_main!, destructor)));
                }
            }
        }

        if (_late.Count > 0)
        {
            EmbeddedModule shim = _component.Add(new EmbeddedModule(ShimModules.MakeShim([.. _late.Select(late => late.Type)])) { Name = "shim" });
            _shim = _component.Add(new CoreInstantiation(shim) { Name = "shim" });
        }
    }

    private void AddCoreInstances(EmbeddedModule main)
    {
        AddOwnResources();
        _main = new CoreInstantiation(main) { Name = "main" };
        foreach (IGrouping<string, (Wasm.Function Import, CoreImport Meaning)> group in _coreImports.GroupBy(import => import.Import.Import!.Module).ToList())
        {
            CoreInlineExports instance = new();
            foreach ((Wasm.Function import, CoreImport meaning) in group)
            {
                instance.With(import.Import!.Name, Provide(meaning));
            }

            _main.With(group.Key, _component.Add(instance));
        }

        _component.Add(_main);
        AddMemory();
        AddFixup();
    }

    /// <summary>Defines the resources that the component implements; their destructors are behind the shim.</summary>
    private void AddOwnResources()
    {
        int place = _coreImports.Count(import => import.Meaning.Function is { } function && NeedsMemory(function));
        foreach (Wit.WorldInterface item in _world.Exports.OfType<Wit.WorldInterface>())
        {
            foreach (Wit.ResourceDefinition resource in item.Interface.Types.OfType<Wit.ResourceDefinition>())
            {
                bool hasDestructor = _core.FindExport(_names.GetDestructor(item, resource)) is Wasm.Function;
                Definition? destructor = hasDestructor ? CoreFunction(_shim!, ShimModules.NameOf(place++)) : null;
                _ownResources[(item, resource)] = _component.Add(new ResourceType(ValType.I32, destructor) { Name = resource.Name });
            }
        }
    }

    /// <summary>The core function for an import of the core module.</summary>
    private Definition Provide(CoreImport meaning)
    {
        if (meaning.Function is { } function)
        {
            if (!NeedsMemory(function))
            {
                return _component.Add(new Lower(ComponentFunction(meaning)) { Name = function.Name });
            }

            int place = _coreImports.Where(import => import.Meaning.Function is { } other && NeedsMemory(other)).ToList()
                .FindIndex(import => import.Meaning == meaning);
            return CoreFunction(_shim!, ShimModules.NameOf(place));
        }

        Wit.ResourceDefinition resource = meaning.Resource!;
        Definition type = meaning.Intrinsic != ResourceIntrinsic.ImportedDrop ? _ownResources[(meaning.Item!, resource)]
            : meaning.Item is null ? _root.Find(resource)
            : Alias(_instances[meaning.Item], resource.Name, Sort.Type);
        BuiltinKind builtin = meaning.Intrinsic switch
        {
            ResourceIntrinsic.ExportedNew => BuiltinKind.ResourceNew,
            ResourceIntrinsic.ExportedRep => BuiltinKind.ResourceRep,
            _ => BuiltinKind.ResourceDrop,
        };
        return _component.Add(new CanonicalBuiltin(builtin, type));
    }

    private Definition ComponentFunction(CoreImport meaning) => meaning.Item is null
        ? _functions[meaning.Function!]
        : Alias(_instances[meaning.Item], meaning.Function!.Name, Sort.Function);

    private Lower LowerWithMemory(CoreImport meaning)
    {
        Wit.Function function = meaning.Function!;
        Lower lower = new(ComponentFunction(meaning), CanonicalOption.Memory(Memory(function)));
        if (function.Result is { } result && Wit.TypePredicates.ContainsPointer(result))
        {
            lower.Options.Add(CanonicalOption.Realloc(Realloc(function)));
        }

        return _component.Add(lower);
    }

    private bool NeedsMemory(Wit.Function function)
    {
        var signature = CoreSignature.Of(function, CanonicalDirection.Lower, _flattening);
        return signature.HasIndirectParameters || signature.HasReturnPointer
            || function.Parameters.Exists(parameter => Wit.TypePredicates.ContainsPointer(parameter.Type));
    }

    private void AddMemory()
    {
        if (_core.FindExport(_names.Memory) is Memory)
        {
            _memory = _component.Add(new CoreExportAlias(_main!, _names.Memory, Sort.CoreMemory) { Name = "memory" });
        }

        if (_core.FindExport(_names.Realloc) is Wasm.Function)
        {
            _realloc = CoreFunction(_main!, _names.Realloc);
        }
    }

    private Definition Memory(Wit.Function function) => _memory ?? throw new ComponentEncodingException(
        $"The core module exports no memory '{_names.Memory}', but {function} passes values in memory.");

    private Definition Realloc(Wit.Function function) => _realloc ?? throw new ComponentEncodingException(
        $"The core module exports no function '{_names.Realloc}', but {function} hands it strings, lists or many values.");

    /// <summary>Fills the table of the shim, and calls the initialization of the core module.</summary>
    private void AddFixup()
    {
        bool initializes = _core.FindExport(_names.Initialize) is Wasm.Function;
        if (_late.Count == 0 && !initializes)
        {
            return;
        }

        CoreInlineExports arguments = new();
        for (int place = 0; place < _late.Count; place++)
        {
            arguments.With(ShimModules.NameOf(place), _late[place].Make());
        }

        if (_shim is not null)
        {
            arguments.With(ShimModules.TableName, _component.Add(new CoreExportAlias(_shim, ShimModules.TableName, Sort.CoreTable)));
        }

        if (initializes)
        {
            arguments.With(ShimModules.InitializeName, CoreFunction(_main!, _names.Initialize));
        }

        EmbeddedModule fixup = _component.Add(
            new EmbeddedModule(ShimModules.MakeFixup([.. _late.Select(late => late.Type)], initializes)) { Name = "fixup" });
        _component.Add(arguments);
        _component.Add(new CoreInstantiation(fixup) { Name = "fixup" }.With(ShimModules.FixupImports, arguments));
    }

    private void AddExport(Wit.WorldItem item)
    {
        switch (item)
        {
            case Wit.WorldFunction { Function: var function }:
                _component.Add(new ComponentExport(function.Name, AddLift(null, function, _root)));
                break;
            case Wit.WorldInterface exported:
                TypeScope level = new(_component.Definitions, type => FindInInstance(type, exported));
                foreach (Wit.TypeDefinition type in exported.Interface.Types)
                {
                    level.Name(type, type is Wit.ResourceDefinition resource ? _ownResources[(exported, resource)] : level.AddStructure(type));
                }

                List<(Wit.Function, Definition)> lifted =
                    [.. exported.Interface.AllFunctions.Select(function => (function, (Definition)AddLift(exported, function, level)))];
                Instantiation instance = ExportedInterface.Add(_component, exported, level, lifted);
                _instances[exported] = _component.Add(new ComponentExport(InterfaceTypeEncoder.NameOf(exported), instance));
                break;
        }
    }

    private Lift AddLift(Wit.WorldInterface? item, Wit.Function function, TypeScope types)
    {
        string name = _names.GetExport(item, function);
        if (_core.FindExport(name) is not Wasm.Function core)
        {
            throw new ComponentEncodingException(
                $"The core module exports no function '{name}', which the world {_world} needs for {(item is null ? "" : item.Name + " ")}{function}.");
        }

        var signature = CoreSignature.Of(function, CanonicalDirection.Lift, _flattening);
        FunctionType expected = new(signature.Parameters.Select(ToValType), signature.Results.Select(ToValType));
        if (!core.Type.Equals(expected))
        {
            throw new ComponentEncodingException($"The core module's function '{name}' is of type {core.Type}; the world {_world} needs {expected}.");
        }

        ComponentFunctionType type = types.Add(function);
        Lift lift = new(CoreFunction(_main!, name), type) { Name = function.Name };
        bool receives = signature.HasIndirectParameters || function.Parameters.Exists(parameter => Wit.TypePredicates.ContainsPointer(parameter.Type));
        if (receives || signature.HasReturnPointer || (function.Result is { } result && Wit.TypePredicates.ContainsPointer(result)))
        {
            lift.Options.Add(CanonicalOption.Memory(Memory(function)));
        }

        if (receives)
        {
            lift.Options.Add(CanonicalOption.Realloc(Realloc(function)));
        }

        string postReturn = _names.GetExport(item, function, CoreExportKind.PostReturn);
        if (_core.FindExport(postReturn) is Wasm.Function)
        {
            lift.Options.Add(CanonicalOption.PostReturn(CoreFunction(_main!, postReturn)));
        }

        return _component.Add(lift);
    }

    private static ValType ToValType(CoreType type) => type switch
    {
        CoreType.I32 => ValType.I32,
        CoreType.I64 => ValType.I64,
        CoreType.F32 => ValType.F32,
        _ => ValType.F64,
    };
}
