using Skiff.Wasm;

namespace Skiff.Runtime.Linking;

/// <summary>
/// What <c>dotnet.wasm</c> exports to who links a program from it (docs/architecture.md, "The linking interface of
/// dotnet.wasm"): beside the personality's functions, every global that code changes, so that a snapshot can keep it.
/// </summary>
internal static class LinkingInterface
{
    /// <summary>The personality's functions for bundles, snapshots and exports.</summary>
    public static readonly string[] Functions =
        ["skiff_bundle", "skiff_methods", "skiff_boot", "skiff_start", "skiff_notes", "skiff_train", "skiff_enter", "cabi_realloc"];

    /// <summary>Exports the mutable globals of <paramref name="module"/>, which has no item any more that goes unused.</summary>
    public static void ExportGlobals(Module module, CStack stack)
    {
        stack.Pointer.Name = "__stack_pointer";
        stack.BaseGlobal.Name = "__stack_base";
        stack.EndGlobal.Name = "__stack_end";
        foreach (var (index, global) in module.Globals.Index().Where(g => g.Item.IsMutable))
        {
            global.Name ??= $"__global_{index}";
            module.Export(global.Name, global);
        }
    }
}
