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
        Module module = runtime.Module;
        DataSegment segment = new(bundle) { Name = "bundle" };
        module.DataSegments.Add(segment);

        Function load = module.Add(new Function(new FunctionType([], [])) { Name = "skiff_load" });
        uint address = load.AddLocal(ValType.I32);
        Global isLoaded = module.Add(new Global(ValType.I32, isMutable: true, ConstantExpression.I32(0)) { Name = "skiff_loaded" });
        load.Body
            .Append(Instruction.GlobalGet(isLoaded)).If().Return().End()
            .I32Const(1).Append(Instruction.GlobalSet(isLoaded))
            .I32Const(bundle.Length).Call(runtime.GetFunction(RuntimePackModule.BundleExport)).LocalTee(address)
            .I32Const(0).I32Const(bundle.Length).MemoryInit(segment, runtime.Memory)
            .Append(Instruction.DataDrop(segment));
        if (interopBase is not null)
        {
            interopBase.IsMutable = true;
            load.Body.LocalGet(address).I32Const(interopOffset).Op(Opcode.I32Add).Append(Instruction.GlobalSet(interopBase));
        }

        foreach (Function entry in entries)
        {
            entry.Body.Insert(0, Instruction.Call(load));
        }

        module.CustomSections.Add(new Contents().AddBundle(bundle, address: 0).ToSection());
    }
}
