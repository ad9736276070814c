using Skiff.Wasm;

namespace Skiff.Linker.Forms;

/// <summary>
/// The form of a program that boots when it starts: its bundle is a passive data segment, which whatever is called first
/// copies into memory.
/// </summary>
internal static class SingleFile
{
    /// <summary>Puts the bundle into the module.</summary>
    /// <param name="runtime">The module.</param>
    /// <param name="bundle">The bundle.</param>
    /// <param name="entries">The functions of which one is called first.</param>
    /// <param name="interopBase">The global that is to have the address of the interop data; null if there is none.</param>
    /// <param name="interopOffset">Where in the bundle the interop data is.</param>
    public static void Apply(RuntimePackModule runtime, byte[] bundle, IReadOnlyList<Function> entries, Global? interopBase, int interopOffset)
    {
        LoadedData.Add(
            runtime, bundle, "bundle", entries, body => body.I32Const(bundle.Length).Call(runtime.GetFunction(RuntimePackModule.BundleExport)), interopBase, interopOffset);
        runtime.Module.CustomSections.Add(new Contents().AddBundle(bundle, address: 0).ToSection());
    }
}
