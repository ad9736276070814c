using Skiff.Wasm;

namespace Skiff.Linker.Forms;

/// <summary>
/// The form of a program that boots when it starts: its bundle is a passive data segment, which <c>_start</c> copies into
/// memory.
/// </summary>
internal static class SingleFile
{
    /// <summary>Puts the bundle into the module.</summary>
    /// <param name="runtime">The module.</param>
    /// <param name="bundle">The bundle.</param>
    /// <param name="interopBase">The global that is to have the address of the interop data; null if there is none.</param>
    /// <param name="interopOffset">Where in the bundle the interop data is.</param>
    /// <returns>The new entry point.</returns>
    public static Function Apply(RuntimePackModule runtime, byte[] bundle, Global? interopBase, int interopOffset)
    {
        Module module = runtime.Module;
        DataSegment segment = new(bundle) { Name = "bundle" };
        module.DataSegments.Add(segment);

        Function start = module.Add(new Function(runtime.EntryPoint.Type) { Name = "_start" });
        uint address = start.AddLocal(ValType.I32);
        start.Body
            .I32Const(bundle.Length).Call(runtime.GetFunction(RuntimePackModule.BundleExport)).LocalTee(address)
            .I32Const(0).I32Const(bundle.Length).MemoryInit(segment, runtime.Memory)
            .Append(Instruction.DataDrop(segment));
        if (interopBase is not null)
        {
            interopBase.IsMutable = true;
            start.Body.LocalGet(address).I32Const(interopOffset).Op(Opcode.I32Add).Append(Instruction.GlobalSet(interopBase));
        }

        start.Body.Call(runtime.EntryPoint);
        module.CustomSections.Add(new Contents().AddBundle(bundle, address: 0).ToSection());
        return start;
    }
}
