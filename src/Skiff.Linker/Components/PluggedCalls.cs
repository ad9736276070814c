using Skiff.Linker.Interop;
using Skiff.Wasm;
using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;
using Function = Skiff.Wasm.Function;

namespace Skiff.Linker.Components;

/// <summary>
/// Connects what one assembly imports with what another one exports. Both have one memory, and who owns what in it is as
/// between components (CanonicalABI.md): the callee gets copies of the parameters that it frees, the caller copies of the
/// result.
/// </summary>
internal sealed class PluggedCalls
{
    private static readonly ComponentNames s_names = ComponentNames.Instance;

    private readonly Module _module;
    private readonly Memory _memory;
    private readonly ProgramWorld _world;
    private readonly IReadOnlyList<Export> _exports;
    private readonly PassedHandles _handles;
    private readonly Function _copy;
    private readonly ValueAdapter _results;
    private readonly ValueAdapter _host;
    private readonly Dictionary<string, ValueAdapter> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<CoreImportName, Function> _known = [];
    private readonly HashSet<ResourceDefinition> _lent;
    private readonly Flattening _flattening = new(PointerWidth.Bits32);
    private readonly CanonicalLayout _layout = new(PointerWidth.Bits32);

    /// <summary>Prepares a module.</summary>
    /// <param name="module">The module.</param>
    /// <param name="memory">Its memory.</param>
    /// <param name="allocate"><c>cabi_realloc</c>.</param>
    /// <param name="world">What the program is.</param>
    /// <param name="exports">The methods that it exports.</param>
    /// <exception cref="AppLinkException">An interface has functions that cannot be connected.</exception>
    public PluggedCalls(Module module, Memory memory, Function allocate, ProgramWorld world, IReadOnlyList<Export> exports)
    {
        _module = module;
        _memory = memory;
        _world = world;
        _exports = exports;
        _handles = new PassedHandles(module);
        _copy = Copy(allocate);
        _results = new ValueAdapter(module, memory, _copy, _ => null);
        _host = new ValueAdapter(module, memory, copy: null, handle => _lent!.Contains(handle.Definition) ? handle is OwnType ? _handles.Give : _handles.Unlend : null);
        _lent = [.. world.Plugged.SelectMany(FindLent)];
        foreach (PluggedInterface plug in world.Plugged)
        {
            Connect(plug);
        }
    }

    /// <summary>
    /// The function that an import of a plugged interface is, or one that takes what was lent through such an interface to
    /// the host; null for any other import.
    /// </summary>
    /// <param name="import">What the program calls.</param>
    /// <param name="host">Gives the function of the host.</param>
    public Function? Find(ImportedFunction import, Func<Function> host)
    {
        CoreImportName name = new(import.Library, import.EntryPoint);
        if (_known.TryGetValue(name, out Function? function) || _lent.Count == 0)
        {
            return function;
        }

        foreach (WorldItem item in _world.World.Imports)
        {
            foreach (ResourceDefinition resource in ResourcesOf(item).Where(_lent.Contains))
            {
                if (s_names.GetImport(item as WorldInterface, resource, ResourceIntrinsic.ImportedDrop) == name)
                {
                    return _handles.Drop(resource.Name, host());
                }
            }

            foreach (Wit.Function called in FunctionsOf(item).Where(called => called.Parameters.Exists(parameter => _host.Needs(parameter.Type))))
            {
                if (s_names.GetImport(item as WorldInterface, called) == name)
                {
                    return Adapt(name, called, _host, host(), postReturn: null);
                }
            }
        }

        return null;
    }

    private void Connect(PluggedInterface plug)
    {
        foreach (Wit.Function called in plug.Import.Interface.AllFunctions)
        {
            CoreImportName name = s_names.GetImport(plug.Import, called);
            if (called.IsAsync || called.Parameters.Exists(parameter => parameter.Type.ContainsAsyncValue()) || called.Result?.ContainsAsyncValue() == true)
            {
                throw new AppLinkException(
                    LinkError.InvalidWorld,
                    $"one assembly of the program imports {plug.Name} and another exports it, and its function '{called.Name}' is asynchronous or passes streams or futures, which a program cannot do within itself; give the two assemblies an interface without it");
            }

            if (Exported(s_names.GetExport(plug.Export, called)) is { } target)
            {
                _known.Add(name, Adapt(name, called, Parameters(plug.Exporter), target, Exported(s_names.GetExport(plug.Export, called, CoreExportKind.PostReturn))));
            }
        }

        foreach (ResourceDefinition resource in plug.Import.Interface.Types.OfType<ResourceDefinition>())
        {
            Function destroy = _handles.Destroy(resource.Name, Exported(s_names.GetDestructor(plug.Export, resource)));
            _known.Add(s_names.GetImport(plug.Import, resource, ResourceIntrinsic.ImportedDrop), destroy);
            _known.Add(s_names.GetImport(plug.Export, resource, ResourceIntrinsic.ExportedDrop), destroy);
            _known.Add(s_names.GetImport(plug.Export, resource, ResourceIntrinsic.ExportedNew), _handles.New);
            _known.Add(s_names.GetImport(plug.Export, resource, ResourceIntrinsic.ExportedRep), _handles.Represent);
        }
    }

    /// <summary>A function of the type that its caller calls, which changes what is passed as the callee wants it.</summary>
    private Function Adapt(CoreImportName name, Wit.Function called, ValueAdapter parameters, Function target, Function? postReturn)
    {
        bool isOwned = parameters != _host;
        var lowered = CoreSignature.Of(called, CanonicalDirection.Lower, _flattening);
        bool isMoved = isOwned && (lowered.HasReturnPointer || lowered.HasIndirectParameters || postReturn is not null);
        if (!isMoved && !called.Parameters.Exists(parameter => parameters.Needs(parameter.Type)))
        {
            return target;
        }

        FunctionType type = isOwned ? _world.PluggedNames.Imports[name] : target.Type;
        Function adapter = _module.Add(new Function(type) { Name = $"{name.Module}#{name.Name}.plugged" });
        InstructionList body = adapter.Body;
        ChangeParameters(adapter, called, lowered, parameters, isOwned);

        uint place = (uint)type.Parameters.Length - 1;
        for (uint i = 0; i < target.Type.Parameters.Length; i++)
        {
            body.LocalGet(i);
        }

        body.Call(target);
        if (!isMoved || type.Results.Length + target.Type.Results.Length == 0)
        {
            return adapter;
        }

        // The callee returns where its result is, the caller says where it wants it.
        uint result = adapter.AddLocal(target.Type.Results[0]);
        body.LocalSet(result);
        if (lowered.HasReturnPointer)
        {
            body.LocalGet(place).LocalGet(result).I32Const((int)_layout.GetSize(called.Result!)).MemoryCopy(_memory, _memory);
            _results.InMemory(body, called.Result!, place, 0);
        }

        if (postReturn is not null)
        {
            body.LocalGet(result).Call(postReturn);
        }

        if (!lowered.HasReturnPointer)
        {
            body.LocalGet(result);
        }

        return adapter;
    }

    private void ChangeParameters(Function adapter, Wit.Function called, CoreSignature lowered, ValueAdapter parameters, bool isOwned)
    {
        if (!lowered.HasIndirectParameters)
        {
            uint local = 0;
            foreach (Parameter parameter in called.Parameters)
            {
                parameters.Flat(adapter, parameter.Type, ref local);
            }

            return;
        }

        RecordLayout layout = _layout.GetRecord([.. called.Parameters.Select(parameter => parameter.Type)]);
        if (isOwned)
        {
            adapter.Body.LocalGet(0).I32Const((int)layout.Size).I32Const(layout.Alignment).Call(_copy).LocalSet(0);
        }

        for (int i = 0; i < layout.Types.Count; i++)
        {
            parameters.InMemory(adapter.Body, layout.Types[i], 0, layout.Offsets[i]);
        }
    }

    /// <summary>(address, size, alignment) → address of a copy. Nothing has no copy.</summary>
    private Function Copy(Function allocate)
    {
        Function function = _module.Add(new Function(new FunctionType([ValType.I32, ValType.I32, ValType.I32], ValType.I32)) { Name = "skiff_pass_bytes" });
        uint copy = function.AddLocal(ValType.I32);
        function.Body.LocalGet(1).Op(Opcode.I32Eqz).If().LocalGet(0).Return().End()
            .I32Const(0).I32Const(0).LocalGet(2).LocalGet(1).Call(allocate).LocalTee(copy)
            .LocalGet(0).LocalGet(1).MemoryCopy(_memory, _memory)
            .LocalGet(copy);
        return function;
    }

    /// <summary>What parameters become for an assembly: it gets handles, but of its own resources that are lent, the representation.</summary>
    private ValueAdapter Parameters(string exporter)
    {
        if (!_parameters.TryGetValue(exporter, out ValueAdapter? adapter))
        {
            adapter = new ValueAdapter(
                _module, _memory, _copy, handle => handle is OwnType ? _handles.Give : IsDefinedBy(handle.Definition, exporter) ? _handles.Represent : _handles.Lend);
            _parameters.Add(exporter, adapter);
        }

        return adapter;
    }

    /// <summary>The resources of the host that are lent through an interface.</summary>
    private IEnumerable<ResourceDefinition> FindLent(PluggedInterface plug)
    {
        HashSet<ResourceDefinition> found = [];
        foreach (Parameter parameter in plug.Import.Interface.AllFunctions.SelectMany(function => function.Parameters))
        {
            parameter.Type.Contains(part =>
            {
                if (part is BorrowType { Definition: var resource } && !_world.Plugged.Any(other => other.Defines(resource)))
                {
                    found.Add(resource);
                }

                return false;
            });
        }

        return found;
    }

    private bool IsDefinedBy(ResourceDefinition resource, string assembly) =>
        _world.Plugged.Any(plug => plug.Exporter == assembly && plug.Defines(resource));

    private Function? Exported(string name) => _exports.FirstOrDefault(export => export.Name == name)?.Item as Function;

    private static IEnumerable<Wit.Function> FunctionsOf(WorldItem item) => item switch
    {
        WorldInterface imported => imported.Interface.AllFunctions,
        WorldFunction { Function: var function } => [function],
        _ => ResourcesOf(item).SelectMany(resource => resource.Functions),
    };

    private static IEnumerable<ResourceDefinition> ResourcesOf(WorldItem item) => item switch
    {
        WorldInterface imported => imported.Interface.Types.OfType<ResourceDefinition>(),
        WorldType { Definition: ResourceDefinition resource } => [resource],
        _ => [],
    };
}
