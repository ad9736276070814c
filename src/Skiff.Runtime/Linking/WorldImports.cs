using Skiff.Wasm;
using Skiff.Wasm.Linking;
using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;
using Skiff.Wit.Files;
using Skiff.Wit.Resolution;
using Function = Skiff.Wasm.Function;

namespace Skiff.Runtime.Linking;

/// <summary>What a core module may import of the world <c>wasi:cli/command</c>, by the canonical ABI.</summary>
internal static class WorldImports
{
    private const string World = "package skiff:runtime; world program { include wasi:cli/command@0.2.12; }";

    /// <summary>Makes sure that every import is a function of that world, with the type that the canonical ABI gives it.</summary>
    /// <exception cref="LinkException">Some are not; the message names each and says what it should be.</exception>
    public static void Check(Module module)
    {
        var known = Known();
        var wrong = module.Imports.Select(import => Wrong(import, known)).OfType<string>().ToList();
        if (wrong.Count > 0)
        {
            throw new LinkException($"The personality imports what wasi:cli/command@0.2.12 has not: {string.Join("; ", wrong)}.");
        }
    }

    private static string? Wrong(Extern item, Dictionary<CoreImportName, CoreSignature> known)
    {
        CoreImportName name = new(item.Import!.Module, item.Import.Name);
        if (item is not Function function || !known.TryGetValue(name, out var signature))
        {
            return $"{name}, which is unknown";
        }

        FunctionType expected = new(signature.Parameters.Select(ToValType), signature.Results.Select(ToValType));
        return function.Type.Equals(expected) ? null : $"{name} of type {function.Type}, which is {expected}";
    }

    private static Dictionary<CoreImportName, CoreSignature> Known()
    {
        var names = ComponentNames.Instance;
        Flattening flattening = new(PointerWidth.Bits32);
        var graph = PackageGraph.Resolve(WitSources.FromText("program.wit", World).WithLibrary(WasiLibrary.Packages));
        var world = graph.SelectWorld();
        Dictionary<CoreImportName, CoreSignature> known = [];
        foreach (var item in world.Imports.OfType<WorldInterface>())
        {
            foreach (var function in item.Interface.AllFunctions)
            {
                known[names.GetImport(item, function)] = CoreSignature.Of(function, CanonicalDirection.Lower, flattening);
            }

            foreach (var resource in item.Interface.Types.OfType<ResourceDefinition>())
            {
                known[names.GetImport(item, resource, ResourceIntrinsic.ImportedDrop)] = CoreSignature.ResourceDrop;
            }
        }

        return known;
    }

    private static ValType ToValType(CoreType type) => type switch
    {
        CoreType.I32 => ValType.I32,
        CoreType.I64 => ValType.I64,
        CoreType.F32 => ValType.F32,
        _ => ValType.F64,
    };
}
