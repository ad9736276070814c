using System.Collections.Immutable;
using System.Runtime.Intrinsics;

namespace Skiff.Wasm.Tests.Instructions;

/// <summary>A module that has one item of each kind for instructions to name, and a sample of every instruction.</summary>
internal sealed class SampleModule
{
    public SampleModule()
    {
        Memory = Module.Add(new Memory(new Limits(1, 2, IsShared: true)));
        Memory64 = Module.Add(new Memory(new Limits(1, Is64: true)));
        Table = Module.Add(new Table(ValType.FuncRef, new Limits(8)));
        Table2 = Module.Add(new Table(ValType.FuncRef, new Limits(8)));
        Global = Module.Add(new Global(ValType.I32, isMutable: true, ConstantExpression.I32(-5)));
        Tag = Module.Add(new Tag(new FunctionType([ValType.I32])));
        Function = Module.Add(new Function(new FunctionType([ValType.I32], ValType.I32)) { Name = "sample" });
        Function.Body.LocalGet(0);
        Struct.Fields.Add(new FieldType(ValType.I32, IsMutable: true));
        Struct.Fields.Add(new FieldType(StorageType.I8, IsMutable: true));
        Array.Element = new FieldType(ValType.I32, IsMutable: true);
        Bytes.Element = new FieldType(StorageType.I8, IsMutable: true);
        References.Element = new FieldType(ValType.FuncRef, IsMutable: true);
        Module.Types.AddRange([Struct, Array, Bytes, References]);
        Module.DataSegments.Add(Data);
        Module.ElementSegments.Add(Element);
        Element.Items.Add(ConstantExpression.Function(Function));
    }

    public Module Module { get; } = new();

    public Memory Memory { get; }

    public Memory Memory64 { get; }

    public Table Table { get; }

    public Table Table2 { get; }

    public Global Global { get; }

    public Tag Tag { get; }

    public Function Function { get; }

    public StructType Struct { get; } = new();

    public ArrayType Array { get; } = new();

    public ArrayType Bytes { get; } = new();

    public ArrayType References { get; } = new();

    public DataSegment Data { get; } = new(new byte[] { 1, 2, 3, 4 });

    public ElementSegment Element { get; } = new(ValType.FuncRef);

    /// <summary>An instruction of an opcode, with an operand of the right kind that is as far from zero as may be.</summary>
    public Instruction Sample(OpcodeInfo info)
    {
        Opcode opcode = info.Opcode;
        bool isPacked = opcode is Opcode.ArrayGetS or Opcode.ArrayGetU;
        ArrayType array = isPacked ? Bytes : Array;
        bool isFieldPacked = opcode is Opcode.StructGetS or Opcode.StructGetU;
        var lanes = Vector128.Create(0, 31, 1, 30, 2, 29, 3, 28, 4, 27, 5, 26, 6, 25, 7, (byte)24);
        return info.Operand switch
        {
            OperandKind.None or OperandKind.Zero => Instruction.Plain(opcode),
            OperandKind.Block => Instruction.Block(opcode, ValType.F64),
            OperandKind.Label => Instruction.Branch(opcode, 0),
            OperandKind.Labels => Instruction.BrTable(new BranchTable([0, 0], 0)),
            OperandKind.Catches => Instruction.Try(new TryTable(ValType.I32, [new CatchClause(Tag, 0, false)])),
            OperandKind.Function => opcode switch
            {
                Opcode.Call => Instruction.Call(Function),
                Opcode.ReturnCall => Instruction.ReturnCall(Function),
                _ => Instruction.RefFunc(Function),
            },
            OperandKind.Type => Instruction.OfType(opcode, opcode switch
            {
                Opcode.CallRef or Opcode.ReturnCallRef => Function.Type,
                Opcode.StructNew or Opcode.StructNewDefault => Struct,
                _ => array,
            }),
            OperandKind.TypeAndTable => Instruction.OfPair(opcode, Function.Type, Table2),
            OperandKind.TypeAndField => Instruction.OfField(opcode, Struct, isFieldPacked ? 1u : 0),
            OperandKind.TypeAndCount => Instruction.ArrayNewFixed(Array, 3),
            OperandKind.TypeAndData => Instruction.OfPair(opcode, Array, Data),
            OperandKind.TypeAndElement => Instruction.OfPair(opcode, References, Element),
            OperandKind.TwoTypes => Instruction.OfPair(opcode, Array, Array),
            OperandKind.ValueTypes => Instruction.SelectTyped(ValType.ExternRef),
            OperandKind.HeapType => Instruction.OfHeapType(opcode, Struct),
            OperandKind.Cast => Instruction.Cast(opcode, new BranchOnCast(
                0, ValType.Reference(AbstractHeapType.Any, nullable: true), ValType.Reference(Struct, nullable: false))),
            OperandKind.Local => opcode switch
            {
                Opcode.LocalGet => Instruction.LocalGet(1),
                Opcode.LocalSet => Instruction.LocalSet(1),
                _ => Instruction.LocalTee(1),
            },
            OperandKind.Global => opcode == Opcode.GlobalGet ? Instruction.GlobalGet(Global) : Instruction.GlobalSet(Global),
            OperandKind.Table => Instruction.OfTable(opcode, Table2),
            OperandKind.TwoTables => Instruction.OfPair(opcode, Table2, Table),
            OperandKind.Element => Instruction.ElementDrop(Element),
            OperandKind.ElementAndTable => Instruction.OfPair(opcode, Element, Table2),
            OperandKind.Memory => Instruction.OfMemory(opcode, Memory64),
            OperandKind.TwoMemories => Instruction.MemoryCopy(Memory64, Memory),
            OperandKind.Data => Instruction.DataDrop(Data),
            OperandKind.DataAndMemory => Instruction.MemoryInit(Data, Memory64),
            OperandKind.Tag => Instruction.Throw(Tag),
            OperandKind.MemoryArgument => Instruction.Access(opcode, Memory64, 0x1_2345_6789),
            OperandKind.MemoryArgumentAndLane => Instruction.Access(opcode, Memory, 0x8765_4321, lane: (byte)(info.LaneCount - 1)),
            OperandKind.I32 => Instruction.I32Const(int.MinValue + 12345),
            OperandKind.I64 => Instruction.I64Const(long.MinValue + 12345),
            OperandKind.F32 => Instruction.F32Const(BitConverter.UInt32BitsToSingle(0x7FA0_1234)),
            OperandKind.F64 => Instruction.F64Const(BitConverter.UInt64BitsToDouble(0x7FF4_0000_0000_1234)),
            OperandKind.V128 => Instruction.V128Const(Vector128.Create((byte)0xA5)),
            OperandKind.Shuffle => Instruction.Shuffle(lanes),
            OperandKind.Lane => Instruction.OfLane(opcode, (byte)(info.LaneCount - 1)),
            _ => throw new InvalidOperationException($"There is no sample for {info.Operand}."),
        };
    }

    /// <summary>
    /// A function around the sample, valid for any instruction: what comes before and after it cannot be reached, and
    /// a block catches its branches.
    /// </summary>
    public Function AddSample(OpcodeInfo info)
    {
        Opcode opcode = info.Opcode;
        Function function = Module.Add(new Function(new FunctionType([ValType.I32], ValType.I32)) { Name = opcode.ToString() });
        function.AddLocal(ValType.I32);
        BlockType label = opcode switch
        {
            Opcode.BrOnNonNull or Opcode.BrOnCast or Opcode.BrOnCastFail =>
                ValType.Reference(AbstractHeapType.Any, nullable: true),
            Opcode.TryTable => ValType.I32,
            _ => BlockType.Empty,
        };
        InstructionList body = function.Body.Block(label).Unreachable();
        if (opcode == Opcode.Else)
        {
            body.If();
        }
        else if (opcode == Opcode.End)
        {
            body.Block();
        }

        body.Append(Sample(info));
        if (opcode is Opcode.Block or Opcode.Loop or Opcode.If or Opcode.TryTable or Opcode.Else)
        {
            body.Unreachable();
            if (opcode == Opcode.If)
            {
                body.Else().Unreachable();
            }

            body.End();
        }

        body.Unreachable().End().Unreachable();
        return function;
    }

    /// <summary>The codes of a stack signature as types.</summary>
    public static ImmutableArray<ValType> Types(string codes, ValType address) =>
    [
        .. codes.Select(code => code switch
        {
            'i' => ValType.I32,
            'I' => ValType.I64,
            'f' => ValType.F32,
            'F' => ValType.F64,
            'v' => ValType.V128,
            _ => address,
        }),
    ];
}
