using Skiff.Wasm;
using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;
using Function = Skiff.Wit.Function;

namespace Skiff.Linker.Components;

/// <summary>What the core imports and exports of a world are called, and of which types they are.</summary>
internal sealed class CoreNames
{
    private static readonly ComponentNames s_names = ComponentNames.Instance;

    private readonly Flattening _flattening = new(PointerWidth.Bits32);
    private readonly Dictionary<CoreImportName, FunctionType> _imports = [];
    private readonly Dictionary<string, FunctionType> _exports = new(StringComparer.Ordinal);
    private readonly List<(string Name, string What)> _required = [];

    /// <summary>Names what a world has.</summary>
    public CoreNames(IEnumerable<WorldItem> imports, IEnumerable<WorldItem> exports)
    {
        foreach (WorldItem item in imports)
        {
            AddImport(item);
        }

        foreach (WorldItem item in exports)
        {
            AddExport(item);
        }
    }

    /// <summary>The imports that a core module may have.</summary>
    public IReadOnlyDictionary<CoreImportName, FunctionType> Imports => _imports;

    /// <summary>The exports that mean something.</summary>
    public IReadOnlyDictionary<string, FunctionType> Exports => _exports;

    /// <summary>The exports that there must be, and what each is for.</summary>
    public IReadOnlyList<(string Name, string What)> Required => _required;

    private void AddImport(WorldItem item)
    {
        switch (item)
        {
            case WorldFunction { Function: var function }:
                AddImport(null, function);
                break;
            case WorldType { Definition: ResourceDefinition resource }:
                resource.Functions.ForEach(function => AddImport(null, function));
                Add(null, resource, ResourceIntrinsic.ImportedDrop, CoreSignature.ResourceDrop);
                break;
            case WorldInterface imported:
                foreach (Function function in imported.Interface.AllFunctions)
                {
                    AddImport(imported, function);
                }

                foreach (ResourceDefinition resource in imported.Interface.Types.OfType<ResourceDefinition>())
                {
                    Add(imported, resource, ResourceIntrinsic.ImportedDrop, CoreSignature.ResourceDrop);
                }

                break;
        }
    }

    private void AddImport(WorldInterface? item, Function function) =>
        _imports[s_names.GetImport(item, function)] = ToType(CoreSignature.Of(function, CanonicalDirection.Lower, _flattening));

    private void Add(WorldInterface? item, ResourceDefinition resource, ResourceIntrinsic intrinsic, CoreSignature signature) =>
        _imports[s_names.GetImport(item, resource, intrinsic)] = ToType(signature);

    private void AddExport(WorldItem item)
    {
        switch (item)
        {
            case WorldFunction { Function: var function }:
                AddExport(null, function);
                break;
            case WorldInterface exported:
                foreach (Function function in exported.Interface.AllFunctions)
                {
                    AddExport(exported, function);
                }

                foreach (ResourceDefinition resource in exported.Interface.Types.OfType<ResourceDefinition>())
                {
                    _exports[s_names.GetDestructor(exported, resource)] = ToType(CoreSignature.Destructor);
                    Add(exported, resource, ResourceIntrinsic.ExportedNew, CoreSignature.ResourceNew);
                    Add(exported, resource, ResourceIntrinsic.ExportedRep, CoreSignature.ResourceRep);
                    Add(exported, resource, ResourceIntrinsic.ExportedDrop, CoreSignature.ResourceDrop);
                }

                break;
        }
    }

    private void AddExport(WorldInterface? item, Function function)
    {
        var signature = CoreSignature.Of(function, CanonicalDirection.Lift, _flattening);
        string name = s_names.GetExport(item, function);
        _exports[name] = ToType(signature);
        _exports[s_names.GetExport(item, function, CoreExportKind.PostReturn)] = ToType(signature.ToPostReturn());
        _required.Add((name, item is null ? $"the function '{function.Name}'" : $"the function '{function.Name}' of '{item.Name}'"));
    }

    private static FunctionType ToType(CoreSignature signature) => new(signature.Parameters.Select(ToType), signature.Results.Select(ToType));

    private static ValType ToType(CoreType type) => type switch
    {
        CoreType.I32 => ValType.I32,
        CoreType.I64 => ValType.I64,
        CoreType.F32 => ValType.F32,
        _ => ValType.F64,
    };
}
