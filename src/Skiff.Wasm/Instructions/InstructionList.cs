using System.Runtime.Intrinsics;

namespace Skiff.Wasm;

/// <summary>
/// The instructions of a function body, with a method per operand for writing code in a chain:
/// <c>body.LocalGet(0).I32Const(1).Op(Opcode.I32Add)</c>.
/// </summary>
public sealed class InstructionList : List<Instruction>
{
    /// <summary>Makes an empty list.</summary>
    public InstructionList()
    {
    }

    /// <summary>Makes an empty list with room for a number of instructions.</summary>
    public InstructionList(int capacity)
        : base(capacity)
    {
    }

    /// <summary>Appends instructions without operands.</summary>
    public InstructionList Op(params ReadOnlySpan<Opcode> opcodes)
    {
        foreach (Opcode opcode in opcodes)
        {
            Add(Instruction.Plain(opcode));
        }

        return this;
    }

    /// <summary>Appends an instruction.</summary>
    public InstructionList Append(Instruction instruction)
    {
        Add(instruction);
        return this;
    }

    /// <summary>Appends instructions.</summary>
    public InstructionList Append(IEnumerable<Instruction> instructions)
    {
        AddRange(instructions);
        return this;
    }

    /// <summary>Appends <c>i32.const</c>.</summary>
    public InstructionList I32Const(int value) => Append(Instruction.I32Const(value));

    /// <summary>Appends <c>i64.const</c>.</summary>
    public InstructionList I64Const(long value) => Append(Instruction.I64Const(value));

    /// <summary>Appends <c>f32.const</c>.</summary>
    public InstructionList F32Const(float value) => Append(Instruction.F32Const(value));

    /// <summary>Appends <c>f64.const</c>.</summary>
    public InstructionList F64Const(double value) => Append(Instruction.F64Const(value));

    /// <summary>Appends <c>v128.const</c>.</summary>
    public InstructionList V128Const(Vector128<byte> value) => Append(Instruction.V128Const(value));

    /// <summary>Appends <c>local.get</c>.</summary>
    public InstructionList LocalGet(uint local) => Append(Instruction.LocalGet(local));

    /// <summary>Appends <c>local.set</c>.</summary>
    public InstructionList LocalSet(uint local) => Append(Instruction.LocalSet(local));

    /// <summary>Appends <c>local.tee</c>.</summary>
    public InstructionList LocalTee(uint local) => Append(Instruction.LocalTee(local));

    /// <summary>Appends <c>global.get</c>.</summary>
    public InstructionList GlobalGet(Global global) => Append(Instruction.GlobalGet(global));

    /// <summary>Appends <c>global.set</c>.</summary>
    public InstructionList GlobalSet(Global global) => Append(Instruction.GlobalSet(global));

    /// <summary>Opens a <c>block</c>.</summary>
    public InstructionList Block(BlockType type = default) => Append(Instruction.Block(Opcode.Block, type));

    /// <summary>Opens a <c>loop</c>.</summary>
    public InstructionList Loop(BlockType type = default) => Append(Instruction.Block(Opcode.Loop, type));

    /// <summary>Opens an <c>if</c>.</summary>
    public InstructionList If(BlockType type = default) => Append(Instruction.Block(Opcode.If, type));

    /// <summary>Appends <c>else</c>.</summary>
    public InstructionList Else() => Append(new Instruction(Opcode.Else));

    /// <summary>Closes the innermost block.</summary>
    public InstructionList End() => Append(new Instruction(Opcode.End));

    /// <summary>Appends <c>br</c>.</summary>
    public InstructionList Br(uint label) => Append(Instruction.Branch(Opcode.Br, label));

    /// <summary>Appends <c>br_if</c>.</summary>
    public InstructionList BrIf(uint label) => Append(Instruction.Branch(Opcode.BrIf, label));

    /// <summary>Appends <c>br_table</c>.</summary>
    public InstructionList BrTable(IEnumerable<uint> labels, uint defaultLabel) =>
        Append(Instruction.BrTable(new BranchTable([.. labels], defaultLabel)));

    /// <summary>Appends <c>return</c>.</summary>
    public InstructionList Return() => Append(new Instruction(Opcode.Return));

    /// <summary>Appends <c>unreachable</c>.</summary>
    public InstructionList Unreachable() => Append(new Instruction(Opcode.Unreachable));

    /// <summary>Appends <c>drop</c>.</summary>
    public InstructionList Drop() => Append(new Instruction(Opcode.Drop));

    /// <summary>Appends <c>call</c>.</summary>
    public InstructionList Call(Function function) => Append(Instruction.Call(function));

    /// <summary>Appends <c>call_indirect</c>.</summary>
    public InstructionList CallIndirect(FunctionType type, Table table) => Append(Instruction.CallIndirect(type, table));

    /// <summary>Appends <c>ref.func</c>.</summary>
    public InstructionList RefFunc(Function function) => Append(Instruction.RefFunc(function));

    /// <summary>Appends <c>ref.null</c>.</summary>
    public InstructionList RefNull(HeapType heapType) => Append(Instruction.RefNull(heapType));

    /// <summary>Appends a load, store or atomic access; see <see cref="Instruction.Access"/>.</summary>
    public InstructionList Access(Opcode opcode, Memory memory, ulong offset = 0, byte? alignment = null, byte lane = 0) =>
        Append(Instruction.Access(opcode, memory, offset, alignment, lane));

    /// <summary>Appends <c>memory.size</c>.</summary>
    public InstructionList MemorySize(Memory memory) => Append(Instruction.OfMemory(Opcode.MemorySize, memory));

    /// <summary>Appends <c>memory.grow</c>.</summary>
    public InstructionList MemoryGrow(Memory memory) => Append(Instruction.OfMemory(Opcode.MemoryGrow, memory));

    /// <summary>Appends <c>memory.fill</c>.</summary>
    public InstructionList MemoryFill(Memory memory) => Append(Instruction.OfMemory(Opcode.MemoryFill, memory));

    /// <summary>Appends <c>memory.copy</c>.</summary>
    public InstructionList MemoryCopy(Memory target, Memory source) => Append(Instruction.MemoryCopy(target, source));

    /// <summary>Appends <c>memory.init</c>.</summary>
    public InstructionList MemoryInit(DataSegment data, Memory memory) => Append(Instruction.MemoryInit(data, memory));
}
