using Skiff.Wasm;
using Skiff.Wasm.Linking;

namespace Skiff.Runtime.Linking;

/// <summary>
/// The runtime's C stack: a region of memory between its data and its heap, that grows down from
/// <see cref="High"/>. <c>__wasm_call_ctors</c> begins by noting the bounds (Emscripten, <c>stack_limits.S</c>):
/// <c>i32.const high; global.set base; i32.const low; global.set end</c>.
/// </summary>
internal sealed class CStack
{
    private const int ExpectedSize = 5 << 20;
    private readonly Function _constructors;

    private CStack(Function constructors, Global pointer, Global baseGlobal, Global endGlobal, uint low, uint high)
    {
        _constructors = constructors;
        Pointer = pointer;
        BaseGlobal = baseGlobal;
        EndGlobal = endGlobal;
        Low = low;
        High = high;
    }

    /// <summary>The stack pointer.</summary>
    public Global Pointer { get; }

    /// <summary>Where <see cref="High"/> is noted.</summary>
    public Global BaseGlobal { get; }

    /// <summary>Where <see cref="Low"/> is noted.</summary>
    public Global EndGlobal { get; }

    /// <summary>The lowest address of the region.</summary>
    public uint Low { get; private set; }

    /// <summary>The address behind the region.</summary>
    public uint High { get; }

    /// <summary>Finds the stack of <paramref name="module"/>.</summary>
    /// <exception cref="LinkException">The module notes its bounds in another way.</exception>
    public static CStack Find(Module module)
    {
        var save = module.GetFunction("stackSave");
        if (save.Body is not [{ Opcode: Opcode.GlobalGet } get])
        {
            throw Moved("stackSave is not just the stack pointer");
        }

        var constructors = module.GetFunction("__wasm_call_ctors");
        if (constructors.Body is not [{ Opcode: Opcode.I32Const } high, { Opcode: Opcode.GlobalSet } setBase, { Opcode: Opcode.I32Const } low, { Opcode: Opcode.GlobalSet } setEnd, ..])
        {
            throw Moved("__wasm_call_ctors does not begin with the bounds of the C stack");
        }

        if (get.Global.Initial?.IntegerValue != high.Int32 || high.Int32 - low.Int32 != ExpectedSize)
        {
            throw Moved($"the C stack spans {low.Int32} to {high.Int32} and its pointer starts at {get.Global.Initial?.IntegerValue}, where {ExpectedSize} bytes below the pointer are expected");
        }

        return new CStack(constructors, get.Global, setBase.Global, setEnd.Global, (uint)low.Int32, (uint)high.Int32);
    }

    /// <summary>Takes <paramref name="size"/> bytes off the low end of the region.</summary>
    /// <exception cref="LinkException">That is more than a tenth of it.</exception>
    public void Reserve(uint size)
    {
        if (size > ExpectedSize / 10)
        {
            throw new LinkException($"The personality's data takes {size} bytes of the C stack, which has {ExpectedSize}; make its static buffers smaller.");
        }

        Low = (Low + size + 15) & ~15u;
        _constructors.Body[2] = Instruction.I32Const((int)Low);
    }

    private static LinkException Moved(string what) =>
        new($"The runtime module is laid out differently from what Skiff knows: {what}.");
}
