using Skiff.Wasm;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Components;

/// <summary>Finds out what the imports of a core module mean in a world.</summary>
internal static class CoreImports
{
    /// <summary>The functions that a core module imports, each with its meaning.</summary>
    /// <exception cref="ComponentEncodingException">It imports what the world has not.</exception>
    public static List<(Wasm.Function Import, CoreImport Meaning)> Resolve(Module core, Wit.World world, ICoreNames names)
    {
        Dictionary<CoreImportName, CoreImport> known = Known(world, names);
        List<(Wasm.Function, CoreImport)> resolved = [];
        List<string> unknown = [];
        foreach (Extern item in core.Imports)
        {
            CoreImportName name = new(item.Import!.Module, item.Import.Name);
            if (item is Wasm.Function function && known.TryGetValue(name, out CoreImport? meaning))
            {
                resolved.Add((function, meaning));
            }
            else
            {
                unknown.Add(name.ToString());
            }
        }

        return unknown.Count == 0
            ? resolved
            : throw new ComponentEncodingException($"The core module imports {string.Join(", ", unknown)}, which the world {world} has not; add it to the world, or remove the call.");
    }

    private static Dictionary<CoreImportName, CoreImport> Known(Wit.World world, ICoreNames names)
    {
        Dictionary<CoreImportName, CoreImport> known = [];
        foreach (Wit.WorldItem item in world.Imports)
        {
            switch (item)
            {
                case Wit.WorldFunction function:
                    known[names.GetImport(null, function.Function)] = new CoreImport(null, function.Function);
                    break;
                case Wit.WorldType { Definition: Wit.ResourceDefinition resource }:
                    AddResource(null, resource);
                    break;
                case Wit.WorldInterface imported:
                    foreach (Wit.Function function in imported.Interface.AllFunctions)
                    {
                        known[names.GetImport(imported, function)] = new CoreImport(imported, function);
                    }

                    foreach (Wit.ResourceDefinition resource in imported.Interface.Types.OfType<Wit.ResourceDefinition>())
                    {
                        AddIntrinsic(imported, resource, ResourceIntrinsic.ImportedDrop);
                    }

                    break;
            }
        }

        foreach (Wit.WorldInterface exported in world.Exports.OfType<Wit.WorldInterface>())
        {
            foreach (Wit.ResourceDefinition resource in exported.Interface.Types.OfType<Wit.ResourceDefinition>())
            {
                AddIntrinsic(exported, resource, ResourceIntrinsic.ExportedDrop);
                AddIntrinsic(exported, resource, ResourceIntrinsic.ExportedNew);
                AddIntrinsic(exported, resource, ResourceIntrinsic.ExportedRep);
            }
        }

        return known;

        void AddResource(Wit.WorldInterface? item, Wit.ResourceDefinition resource)
        {
            foreach (Wit.Function function in resource.Functions)
            {
                known[names.GetImport(item, function)] = new CoreImport(item, function);
            }

            AddIntrinsic(item, resource, ResourceIntrinsic.ImportedDrop);
        }

        void AddIntrinsic(Wit.WorldInterface? item, Wit.ResourceDefinition resource, ResourceIntrinsic intrinsic) =>
            known[names.GetImport(item, resource, intrinsic)] = new CoreImport(item, null, resource, intrinsic);
    }
}
