using System.Collections.Immutable;
using System.Runtime.Intrinsics;

namespace Skiff.Wasm;

/// <summary>
/// An instruction: opcode and operand. What the operand names (functions, globals, tables…) is the object itself, not
/// an index. A value of 24 bytes, so that a function body is one array.
/// </summary>
/// <remarks>
/// Accessors suit the opcodes whose <see cref="OperandKind"/> says so; on another opcode they throw
/// <see cref="InvalidCastException"/> or give a meaningless number.
/// </remarks>
public readonly partial struct Instruction
{
    private readonly object? _operand;
    private readonly ulong _bits;
    private readonly byte _alignment;
    private readonly byte _lane;

    internal Instruction(
        Opcode opcode, object? operand = null, ulong bits = 0, byte alignment = 0, byte lane = 0, uint offset = 0)
    {
        Opcode = opcode;
        _operand = operand;
        _bits = bits;
        _alignment = alignment;
        _lane = lane;
        Offset = offset;
    }

    /// <summary>The opcode.</summary>
    public Opcode Opcode { get; }

    /// <summary>The offset in the file it was read from; 0 for instructions made otherwise.</summary>
    public uint Offset { get; }

    /// <summary>The object the operand names, an <see cref="OperandPair"/> of them, or an operand's own object.</summary>
    public object? Operand => _operand;

    /// <summary>The operand of <c>i32.const</c>.</summary>
    public int Int32 => (int)_bits;

    /// <summary>The operand of <c>i64.const</c>.</summary>
    public long Int64 => (long)_bits;

    /// <summary>The operand of <c>f32.const</c>.</summary>
    public float Float32 => BitConverter.UInt32BitsToSingle((uint)_bits);

    /// <summary>The operand of <c>f64.const</c>.</summary>
    public double Float64 => BitConverter.UInt64BitsToDouble(_bits);

    /// <summary>The operand of <c>v128.const</c>, and the lanes of <c>i8x16.shuffle</c>.</summary>
    public Vector128<byte> Vector => (Vector128<byte>)_operand!;

    /// <summary>The index of a local, parameters first.</summary>
    public uint Local => (uint)_bits;

    /// <summary>A label, counted outward from the innermost block.</summary>
    public uint Label => (uint)_bits;

    /// <summary>The lane of a vector instruction.</summary>
    public byte Lane => _lane;

    /// <summary>The index of a field of a structure.</summary>
    public uint Field => (uint)_bits;

    /// <summary>The number of elements of <c>array.new_fixed</c>.</summary>
    public uint Count => (uint)_bits;

    /// <summary>The function of <c>call</c>, <c>return_call</c> and <c>ref.func</c>.</summary>
    public Function Function => (Function)_operand!;

    /// <summary>The global.</summary>
    public Global Global => (Global)_operand!;

    /// <summary>The tag of <c>throw</c>.</summary>
    public Tag Tag => (Tag)_operand!;

    /// <summary>The table; of two, the target.</summary>
    public Table Table => _operand as Table ?? (Pair.First as Table ?? (Table)Pair.Second);

    /// <summary>The memory; of two, the target.</summary>
    public Memory Memory => _operand as Memory ?? (Pair.First as Memory ?? (Memory)Pair.Second);

    /// <summary>The source table of <c>table.copy</c>.</summary>
    public Table SourceTable => (Table)Pair.Second;

    /// <summary>The source memory of <c>memory.copy</c>.</summary>
    public Memory SourceMemory => (Memory)Pair.Second;

    /// <summary>The data segment.</summary>
    public DataSegment Data => _operand as DataSegment ?? (Pair.First as DataSegment ?? (DataSegment)Pair.Second);

    /// <summary>The element segment.</summary>
    public ElementSegment Element =>
        _operand as ElementSegment ?? (Pair.First as ElementSegment ?? (ElementSegment)Pair.Second);

    /// <summary>The type; of two, the target's.</summary>
    public DefinedType Type => _operand as DefinedType ?? (DefinedType)Pair.First;

    /// <summary>The source type of <c>array.copy</c>.</summary>
    public DefinedType SourceType => (DefinedType)Pair.Second;

    /// <summary>The heap type of <c>ref.null</c>, <c>ref.test</c> and <c>ref.cast</c>.</summary>
    public HeapType HeapType =>
        _operand is DefinedType defined ? new HeapType(defined) : new HeapType((AbstractHeapType)(byte)_bits);

    /// <summary>The type of a block.</summary>
    public BlockType BlockType => _operand switch
    {
        TryTable tryTable => tryTable.BlockType,
        FunctionType function when _bits == 0 => new BlockType(function),
        var defined => _bits == 0 ? default : new BlockType(ValType.Join(_bits, (DefinedType?)defined)),
    };

    /// <summary>The labels of <c>br_table</c>.</summary>
    public BranchTable BranchTable => (BranchTable)_operand!;

    /// <summary>The operand of <c>try_table</c>.</summary>
    public TryTable TryTable => (TryTable)_operand!;

    /// <summary>The operand of <c>br_on_cast</c> and <c>br_on_cast_fail</c>.</summary>
    public BranchOnCast BranchOnCast => (BranchOnCast)_operand!;

    /// <summary>The types of <c>select</c>.</summary>
    public ImmutableArray<ValType> ValueTypes => (ImmutableArray<ValType>)_operand!;

    /// <summary>Memory, offset and alignment of a load, store or atomic access.</summary>
    public MemoryArgument MemoryArgument => new((Memory)_operand!, _bits, _alignment);

    /// <summary>The operand as 64 bits, whatever it means.</summary>
    internal ulong Bits => _bits;

    internal byte Alignment => _alignment;

    private OperandPair Pair => (OperandPair)_operand!;

    /// <summary>Makes an instruction without operand.</summary>
    public static implicit operator Instruction(Opcode opcode) => Plain(opcode);

    /// <summary>The same instruction with another operand object.</summary>
    internal Instruction WithOperand(object? operand) => new(Opcode, operand, _bits, _alignment, _lane, Offset);

    /// <summary>The instruction in the text format, with names where there are some.</summary>
    public override string ToString() => InstructionFormatter.Format(this);
}
