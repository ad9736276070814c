using Skiff.Wasm;

namespace Skiff.Linker.Forms;

/// <summary>A passive data segment, which whatever is called first copies into memory that it allocates.</summary>
internal static class LoadedData
{
    /// <summary>Adds it to the module.</summary>
    /// <param name="runtime">The module.</param>
    /// <param name="data">The data.</param>
    /// <param name="name">The segment's name.</param>
    /// <param name="entries">The functions of which one is called first.</param>
    /// <param name="allocate">Appends code that allocates the memory, and leaves its address on the stack.</param>
    /// <param name="interopBase">The global that is to have the address of the interop data; null if there is none.</param>
    /// <param name="interopOffset">Where in the data that is.</param>
    public static void Add(
        RuntimePackModule runtime,
        byte[] data,
        string name,
        IReadOnlyList<Function> entries,
        Action<InstructionList> allocate,
        Global? interopBase,
        int interopOffset)
    {
        Module module = runtime.Module;
        DataSegment segment = new(data) { Name = name };
        module.DataSegments.Add(segment);

        Function load = module.Add(new Function(new FunctionType([], [])) { Name = "skiff_load" });
        uint address = load.AddLocal(ValType.I32);
        Global isLoaded = module.Add(new Global(ValType.I32, isMutable: true, ConstantExpression.I32(0)) { Name = "skiff_loaded" });
        load.Body
            .Append(Instruction.GlobalGet(isLoaded)).If().Return().End()
            .I32Const(1).Append(Instruction.GlobalSet(isLoaded));
        allocate(load.Body);
        load.Body.LocalTee(address)
            .I32Const(0).I32Const(data.Length).MemoryInit(segment, runtime.Memory)
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
    }
}
