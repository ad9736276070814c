using Skiff.Wasm;

namespace Skiff.Linker.Forms;

/// <summary>
/// The form of a program that boots when it starts: its bundle is a passive data segment, which <c>_start</c> copies into
/// memory.
/// </summary>
internal static class SingleFile
{
    /// <summary>Puts the bundle into the module.</summary>
    /// <returns>The new entry point.</returns>
    public static Function Apply(RuntimePackModule runtime, byte[] bundle)
    {
        Module module = runtime.Module;
        DataSegment segment = new(bundle) { Name = "bundle" };
        module.DataSegments.Add(segment);

        Function start = module.Add(new Function(runtime.EntryPoint.Type) { Name = "_start" });
        start.Body
            .I32Const(bundle.Length).Call(runtime.GetFunction(RuntimePackModule.BundleExport))
            .I32Const(0).I32Const(bundle.Length).MemoryInit(segment, runtime.Memory)
            .Append(Instruction.DataDrop(segment))
            .Call(runtime.EntryPoint);
        module.CustomSections.Add(new Contents().AddBundle(bundle, address: 0).ToSection());
        return start;
    }
}
