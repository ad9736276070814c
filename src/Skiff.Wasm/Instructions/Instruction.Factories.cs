using System.Collections.Immutable;
using System.Runtime.Intrinsics;

namespace Skiff.Wasm;

public readonly partial struct Instruction
{
    /// <summary>Makes an instruction without operand.</summary>
    /// <exception cref="ArgumentException">The instruction has an operand.</exception>
    public static Instruction Plain(Opcode opcode) =>
        opcode.Info().Operand is OperandKind.None or OperandKind.Zero
            ? new(opcode)
            : throw new ArgumentException($"{opcode.Mnemonic()} has an operand.", nameof(opcode));

    /// <summary>Makes <c>i32.const</c>.</summary>
    public static Instruction I32Const(int value) => new(Opcode.I32Const, bits: (uint)value);

    /// <summary>Makes <c>i64.const</c>.</summary>
    public static Instruction I64Const(long value) => new(Opcode.I64Const, bits: (ulong)value);

    /// <summary>Makes <c>f32.const</c>; the bits are kept, also those of a NaN.</summary>
    public static Instruction F32Const(float value) => new(Opcode.F32Const, bits: BitConverter.SingleToUInt32Bits(value));

    /// <summary>Makes <c>f64.const</c>; the bits are kept, also those of a NaN.</summary>
    public static Instruction F64Const(double value) => new(Opcode.F64Const, bits: BitConverter.DoubleToUInt64Bits(value));

    /// <summary>Makes <c>v128.const</c>.</summary>
    public static Instruction V128Const(Vector128<byte> value) => new(Opcode.V128Const, value);

    /// <summary>Makes <c>i8x16.shuffle</c>; each lane is less than 32.</summary>
    public static Instruction Shuffle(Vector128<byte> lanes) => new(Opcode.I8x16Shuffle, lanes);

    /// <summary>Makes <c>local.get</c>.</summary>
    public static Instruction LocalGet(uint local) => new(Opcode.LocalGet, bits: local);

    /// <summary>Makes <c>local.set</c>.</summary>
    public static Instruction LocalSet(uint local) => new(Opcode.LocalSet, bits: local);

    /// <summary>Makes <c>local.tee</c>.</summary>
    public static Instruction LocalTee(uint local) => new(Opcode.LocalTee, bits: local);

    /// <summary>Makes <c>global.get</c>.</summary>
    public static Instruction GlobalGet(Global global) => new(Opcode.GlobalGet, global);

    /// <summary>Makes <c>global.set</c>.</summary>
    public static Instruction GlobalSet(Global global) => new(Opcode.GlobalSet, global);

    /// <summary>Makes <c>block</c>, <c>loop</c> or <c>if</c>.</summary>
    public static Instruction Block(Opcode opcode, BlockType type)
    {
        Expect(opcode, OperandKind.Block);
        if (type.Function is { } function)
        {
            return new(opcode, function);
        }

        (ulong bits, DefinedType? defined) = type.Result is { } result ? result.Split() : default;
        return new(opcode, defined, bits);
    }

    /// <summary>Makes <c>try_table</c>.</summary>
    public static Instruction Try(TryTable tryTable) => new(Opcode.TryTable, tryTable);

    /// <summary>Makes <c>br</c>, <c>br_if</c>, <c>br_on_null</c> or <c>br_on_non_null</c>.</summary>
    public static Instruction Branch(Opcode opcode, uint label)
    {
        Expect(opcode, OperandKind.Label);
        return new(opcode, bits: label);
    }

    /// <summary>Makes <c>br_table</c>.</summary>
    public static Instruction BrTable(BranchTable table) => new(Opcode.BrTable, table);

    /// <summary>Makes <c>br_on_cast</c> or <c>br_on_cast_fail</c>.</summary>
    public static Instruction Cast(Opcode opcode, BranchOnCast cast)
    {
        Expect(opcode, OperandKind.Cast);
        return new(opcode, cast);
    }

    /// <summary>Makes <c>call</c>.</summary>
    public static Instruction Call(Function function) => new(Opcode.Call, function);

    /// <summary>Makes <c>return_call</c>.</summary>
    public static Instruction ReturnCall(Function function) => new(Opcode.ReturnCall, function);

    /// <summary>Makes <c>call_indirect</c>.</summary>
    public static Instruction CallIndirect(FunctionType type, Table table) =>
        new(Opcode.CallIndirect, new OperandPair(type, table));

    /// <summary>Makes <c>return_call_indirect</c>.</summary>
    public static Instruction ReturnCallIndirect(FunctionType type, Table table) =>
        new(Opcode.ReturnCallIndirect, new OperandPair(type, table));

    /// <summary>Makes an instruction that names one type: <c>call_ref</c>, <c>struct.new</c>, <c>array.get</c>…</summary>
    public static Instruction OfType(Opcode opcode, DefinedType type)
    {
        Expect(opcode, OperandKind.Type);
        return new(opcode, type);
    }

    /// <summary>Makes an instruction that names a type and a field: <c>struct.get</c>…</summary>
    public static Instruction OfField(Opcode opcode, StructType type, uint field)
    {
        Expect(opcode, OperandKind.TypeAndField);
        return new(opcode, type, field);
    }

    /// <summary>Makes <c>array.new_fixed</c>.</summary>
    public static Instruction ArrayNewFixed(ArrayType type, uint count) => new(Opcode.ArrayNewFixed, type, count);

    /// <summary>Makes an instruction that names two objects, in the order of the binary format.</summary>
    /// <exception cref="ArgumentException">The opcode does not take such a pair.</exception>
    public static Instruction OfPair(Opcode opcode, object first, object second)
    {
        bool fits = opcode.Info().Operand switch
        {
            OperandKind.TypeAndTable => first is FunctionType && second is Table,
            OperandKind.TypeAndData => first is ArrayType && second is DataSegment,
            OperandKind.TypeAndElement => first is ArrayType && second is ElementSegment,
            OperandKind.TwoTypes => first is ArrayType && second is ArrayType,
            OperandKind.TwoTables => first is Table && second is Table,
            OperandKind.ElementAndTable => first is ElementSegment && second is Table,
            OperandKind.TwoMemories => first is Memory && second is Memory,
            OperandKind.DataAndMemory => first is DataSegment && second is Memory,
            _ => false,
        };
        return fits
            ? new(opcode, new OperandPair(first, second))
            : throw new ArgumentException($"{opcode.Mnemonic()} does not take these operands.", nameof(opcode));
    }

    /// <summary>Makes an instruction that names one heap type: <c>ref.null</c>, <c>ref.test</c>, <c>ref.cast</c>.</summary>
    public static Instruction OfHeapType(Opcode opcode, HeapType heapType)
    {
        Expect(opcode, OperandKind.HeapType);
        return new(opcode, heapType.Defined, (ulong)heapType.Abstract);
    }

    /// <summary>Makes <c>ref.null</c>.</summary>
    public static Instruction RefNull(HeapType heapType) => OfHeapType(Opcode.RefNull, heapType);

    /// <summary>Makes <c>ref.func</c>.</summary>
    public static Instruction RefFunc(Function function) => new(Opcode.RefFunc, function);

    /// <summary>Makes <c>select</c> with its type, as references need it.</summary>
    public static Instruction SelectTyped(params ReadOnlySpan<ValType> types) =>
        new(Opcode.SelectTyped, ImmutableArray.Create(types));

    /// <summary>Makes <c>throw</c>.</summary>
    public static Instruction Throw(Tag tag) => new(Opcode.Throw, tag);

    /// <summary>Makes an instruction that names one table: <c>table.get</c>, <c>table.size</c>…</summary>
    public static Instruction OfTable(Opcode opcode, Table table)
    {
        Expect(opcode, OperandKind.Table);
        return new(opcode, table);
    }

    /// <summary>Makes an instruction that names one memory: <c>memory.size</c>, <c>memory.grow</c>, <c>memory.fill</c>.</summary>
    public static Instruction OfMemory(Opcode opcode, Memory memory)
    {
        Expect(opcode, OperandKind.Memory);
        return new(opcode, memory);
    }

    /// <summary>Makes <c>memory.copy</c>.</summary>
    public static Instruction MemoryCopy(Memory target, Memory source) => OfPair(Opcode.MemoryCopy, target, source);

    /// <summary>Makes <c>memory.init</c>.</summary>
    public static Instruction MemoryInit(DataSegment data, Memory memory) => OfPair(Opcode.MemoryInit, data, memory);

    /// <summary>Makes <c>data.drop</c>.</summary>
    public static Instruction DataDrop(DataSegment data) => new(Opcode.DataDrop, data);

    /// <summary>Makes <c>elem.drop</c>.</summary>
    public static Instruction ElementDrop(ElementSegment element) => new(Opcode.ElemDrop, element);

    /// <summary>Makes a load, a store or an atomic access.</summary>
    /// <param name="opcode">The instruction.</param>
    /// <param name="memory">The memory.</param>
    /// <param name="offset">Bytes added to the address.</param>
    /// <param name="alignment">The promised alignment as a power of two; by default the natural one.</param>
    /// <param name="lane">The lane, for instructions that access one.</param>
    public static Instruction Access(Opcode opcode, Memory memory, ulong offset = 0, byte? alignment = null, byte lane = 0)
    {
        OpcodeInfo info = opcode.Info();
        return info.Operand is OperandKind.MemoryArgument or OperandKind.MemoryArgumentAndLane
            ? new(opcode, memory, offset, alignment ?? info.Size, lane)
            : throw new ArgumentException($"{opcode.Mnemonic()} has no memory argument.", nameof(opcode));
    }

    /// <summary>Makes an instruction that chooses a lane: <c>i32x4.extract_lane</c>…</summary>
    public static Instruction OfLane(Opcode opcode, byte lane)
    {
        Expect(opcode, OperandKind.Lane);
        return new(opcode, lane: lane);
    }

    private static void Expect(Opcode opcode, OperandKind kind)
    {
        if (opcode.Info().Operand != kind)
        {
            throw new ArgumentException($"{opcode.Mnemonic()} does not take this operand.", nameof(opcode));
        }
    }
}
