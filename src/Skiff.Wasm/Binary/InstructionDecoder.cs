using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiff.Wasm.Binary;

/// <summary>Reads instruction sequences (specification: binary format, instructions and expressions).</summary>
internal sealed class InstructionDecoder(ModuleDecoder decoder)
{
    private readonly Dictionary<(object, object), OperandPair> _pairs = [];
    private readonly List<bool> _blocksWithoutElse = [];
    private Instruction[] _buffer = new Instruction[256];
    private int _count;

    /// <summary>Reads a function body up to and including its <c>end</c>, which is left out.</summary>
    public InstructionList ReadBody(ref ByteReader reader)
    {
        ReadSequence(ref reader);
        InstructionList body = new(_count);
        CollectionsMarshal.SetCount(body, _count);
        Span().CopyTo(CollectionsMarshal.AsSpan(body));
        return body;
    }

    /// <summary>Reads a constant expression up to and including its <c>end</c>, which is left out.</summary>
    public ConstantExpression ReadConstant(ref ByteReader reader)
    {
        ReadSequence(ref reader);
        return new ConstantExpression(Span());
    }

    private ReadOnlySpan<Instruction> Span() => _buffer.AsSpan(0, _count);

    private void ReadSequence(ref ByteReader reader)
    {
        _count = 0;
        _blocksWithoutElse.Clear();
        while (true)
        {
            Instruction instruction = Read(ref reader);
            switch (instruction.Opcode)
            {
                case Opcode.Block or Opcode.Loop or Opcode.TryTable:
                    _blocksWithoutElse.Add(false);
                    break;
                case Opcode.If:
                    _blocksWithoutElse.Add(true);
                    break;
                case Opcode.Else:
                    if (_blocksWithoutElse.Count == 0 || !_blocksWithoutElse[^1])
                    {
                        throw reader.Error("an else has no if", (int)instruction.Offset);
                    }

                    _blocksWithoutElse[^1] = false;
                    break;
                case Opcode.End:
                    if (_blocksWithoutElse.Count == 0)
                    {
                        return;
                    }

                    _blocksWithoutElse.RemoveAt(_blocksWithoutElse.Count - 1);
                    break;
            }

            if (_count == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            _buffer[_count++] = instruction;
        }
    }

    private Instruction Read(ref ByteReader reader)
    {
        int start = reader.Position;
        int code = reader.ReadByte();
        if (code is >= 0xFB and <= 0xFE)
        {
            uint low = reader.ReadU32();
            code = low <= 0xFFF ? ((code & 0xF) << 12) | (int)low : -1;
        }

        OpcodeInfo info = (code >= 0 ? OpcodeTable.Find(code) : null) ?? throw UnknownOpcode(ref reader, start);
        return ReadOperand(ref reader, info, (uint)start);
    }

    private static WasmFormatException UnknownOpcode(ref ByteReader reader, int start)
    {
        ByteReader again = reader.At(start);
        byte first = again.ReadByte();
        string code = first is >= 0xFB and <= 0xFE ? $"0x{first:X2} {again.ReadU32()}" : $"0x{first:X2}";
        return reader.Error($"{code} is not an instruction", start);
    }

    private Instruction ReadOperand(ref ByteReader reader, OpcodeInfo info, uint start)
    {
        Opcode opcode = info.Opcode;
        switch (info.Operand)
        {
            case OperandKind.None:
                return new(opcode, offset: start);
            case OperandKind.Local or OperandKind.Label:
                return new(opcode, bits: reader.ReadU32(), offset: start);
            case OperandKind.I32:
                return new(opcode, bits: (uint)reader.ReadS32(), offset: start);
            case OperandKind.I64:
                return new(opcode, bits: (ulong)reader.ReadS64(), offset: start);
            case OperandKind.F32:
                return new(opcode, bits: reader.ReadFixed32(), offset: start);
            case OperandKind.F64:
                return new(opcode, bits: reader.ReadFixed64(), offset: start);
            case OperandKind.MemoryArgument or OperandKind.MemoryArgumentAndLane:
                return ReadMemoryArgument(ref reader, info, start);
            case OperandKind.Function:
                return new(opcode, decoder.Function(ref reader), offset: start);
            case OperandKind.Global:
                return new(opcode, decoder.Global(ref reader), offset: start);
            case OperandKind.Block:
                BlockType blockType = TypeCoding.ReadBlockType(ref reader, decoder);
                (ulong bits, DefinedType? defined) = blockType.Result?.Split() ?? (0, blockType.Function);
                return new(opcode, defined, bits, offset: start);
            case OperandKind.Labels:
                return new(opcode, ReadLabels(ref reader), offset: start);
            case OperandKind.TypeAndTable:
                return new(opcode, Pair(decoder.FunctionType(ref reader), decoder.Table(ref reader)), offset: start);
            case OperandKind.Table:
                return new(opcode, decoder.Table(ref reader), offset: start);
            case OperandKind.Memory:
                return new(opcode, decoder.Memory(ref reader), offset: start);
            case OperandKind.Data:
                return new(opcode, decoder.Data(ref reader), offset: start);
            case OperandKind.Element:
                return new(opcode, decoder.Element(ref reader), offset: start);
            case OperandKind.Tag:
                return new(opcode, decoder.Tag(ref reader), offset: start);
            case OperandKind.TwoMemories:
                return new(opcode, Pair(decoder.Memory(ref reader), decoder.Memory(ref reader)), offset: start);
            case OperandKind.TwoTables:
                return new(opcode, Pair(decoder.Table(ref reader), decoder.Table(ref reader)), offset: start);
            case OperandKind.DataAndMemory:
                return new(opcode, Pair(decoder.Data(ref reader), decoder.Memory(ref reader)), offset: start);
            case OperandKind.ElementAndTable:
                return new(opcode, Pair(decoder.Element(ref reader), decoder.Table(ref reader)), offset: start);
            case OperandKind.V128:
                return new(opcode, Vector128.Create(reader.ReadBytes(16)), offset: start);
            case OperandKind.Shuffle:
                return ReadShuffle(ref reader, opcode, start);
            case OperandKind.Lane:
                return new(opcode, lane: ReadLane(ref reader, info), offset: start);
            case OperandKind.Zero:
                return reader.ReadByte() == 0
                    ? new(opcode, offset: start)
                    : throw reader.Error("a reserved byte is not zero", reader.Position - 1);
            default:
                return ReadTypedOperand(ref reader, opcode, info.Operand, start);
        }
    }

    /// <summary>The operands of instructions on references, exceptions and the garbage-collected heap.</summary>
    private Instruction ReadTypedOperand(ref ByteReader reader, Opcode opcode, OperandKind kind, uint start)
    {
        switch (kind)
        {
            case OperandKind.Type:
                return new(opcode, ReadComposite(ref reader, opcode), offset: start);
            case OperandKind.TypeAndField:
                StructType structure = decoder.TypeOf<StructType>(ref reader, "a structure type");
                int at = reader.Position;
                uint field = reader.ReadU32();
                return field < (uint)structure.Fields.Count
                    ? new(opcode, structure, field, offset: start)
                    : throw reader.Error($"there is no field {field} in a structure of {structure.Fields.Count}", at);
            case OperandKind.TypeAndCount:
                return new(opcode, ReadArray(ref reader), reader.ReadU32(), offset: start);
            case OperandKind.TypeAndData:
                return new(opcode, Pair(ReadArray(ref reader), decoder.Data(ref reader)), offset: start);
            case OperandKind.TypeAndElement:
                return new(opcode, Pair(ReadArray(ref reader), decoder.Element(ref reader)), offset: start);
            case OperandKind.TwoTypes:
                return new(opcode, Pair(ReadArray(ref reader), ReadArray(ref reader)), offset: start);
            case OperandKind.ValueTypes:
                return new(opcode, ReadValueTypes(ref reader), offset: start);
            case OperandKind.HeapType:
                HeapType heapType = TypeCoding.ReadHeapType(ref reader, decoder);
                return new(opcode, heapType.Defined, (ulong)heapType.Abstract, offset: start);
            case OperandKind.Cast:
                return new(opcode, ReadCast(ref reader), offset: start);
            case OperandKind.Catches:
                return new(opcode, ReadTryTable(ref reader), offset: start);
            default:
                throw new InvalidOperationException($"Operand {kind} has no reader.");
        }
    }

    private Instruction ReadMemoryArgument(ref ByteReader reader, OpcodeInfo info, uint start)
    {
        const uint HasMemory = 0x40;
        int at = reader.Position;
        uint alignment = reader.ReadU32();
        if (alignment >= 2 * HasMemory)
        {
            throw reader.Error($"2^{alignment} is not an alignment", at);
        }

        Memory memory;
        if ((alignment & HasMemory) != 0)
        {
            memory = decoder.Memory(ref reader);
        }
        else
        {
            memory = decoder.Module.Memories.Count > 0
                ? decoder.Module.Memories[0]
                : throw reader.Error($"{info.Mnemonic} needs a memory, but the module has none", (int)start);
        }

        ulong offset = reader.ReadU64();
        byte lane = info.Operand == OperandKind.MemoryArgumentAndLane ? ReadLane(ref reader, info) : (byte)0;
        return new(info.Opcode, memory, offset, (byte)(alignment & ~HasMemory), lane, start);
    }

    private static byte ReadLane(ref ByteReader reader, OpcodeInfo info)
    {
        byte lane = reader.ReadByte();
        return lane < info.LaneCount
            ? lane
            : throw reader.Error($"{info.Mnemonic} has {info.LaneCount} lanes, but lane {lane} is named", reader.Position - 1);
    }

    private static Instruction ReadShuffle(ref ByteReader reader, Opcode opcode, uint start)
    {
        int at = reader.Position;
        var lanes = Vector128.Create(reader.ReadBytes(16));
        return Vector128.LessThanAll(lanes, Vector128.Create((byte)32))
            ? new(opcode, lanes, offset: start)
            : throw reader.Error("i8x16.shuffle names a lane beyond 31", at);
    }

    private static BranchTable ReadLabels(ref ByteReader reader)
    {
        int count = reader.ReadCount("labels");
        var labels = new uint[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = reader.ReadU32();
        }

        return new BranchTable(ImmutableCollectionsMarshal.AsImmutableArray(labels), reader.ReadU32());
    }

    private DefinedType ReadComposite(ref ByteReader reader, Opcode opcode) => opcode switch
    {
        Opcode.CallRef or Opcode.ReturnCallRef => decoder.FunctionType(ref reader),
        Opcode.StructNew or Opcode.StructNewDefault => decoder.TypeOf<StructType>(ref reader, "a structure type"),
        _ => ReadArray(ref reader),
    };

    private ArrayType ReadArray(ref ByteReader reader) => decoder.TypeOf<ArrayType>(ref reader, "an array type");

    private ImmutableArray<ValType> ReadValueTypes(ref ByteReader reader)
    {
        var types = new ValType[reader.ReadCount("types")];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = TypeCoding.ReadValType(ref reader, decoder);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(types);
    }

    private BranchOnCast ReadCast(ref ByteReader reader)
    {
        int start = reader.Position;
        byte flags = reader.ReadByte();
        if (flags > 3)
        {
            throw reader.Error($"0x{flags:X2} are not flags of a cast", start);
        }

        uint label = reader.ReadU32();
        var source = ValType.Reference(TypeCoding.ReadHeapType(ref reader, decoder), nullable: (flags & 1) != 0);
        var target = ValType.Reference(TypeCoding.ReadHeapType(ref reader, decoder), nullable: (flags & 2) != 0);
        return new BranchOnCast(label, source, target);
    }

    private TryTable ReadTryTable(ref ByteReader reader)
    {
        BlockType blockType = TypeCoding.ReadBlockType(ref reader, decoder);
        var catches = new CatchClause[reader.ReadCount("catch clauses", bytesPerItem: 2)];
        for (int i = 0; i < catches.Length; i++)
        {
            int start = reader.Position;
            byte kind = reader.ReadByte();
            if (kind > 3)
            {
                throw reader.Error($"0x{kind:X2} is not a kind of catch clause", start);
            }

            Tag? tag = kind < 2 ? decoder.Tag(ref reader) : null;
            catches[i] = new CatchClause(tag, reader.ReadU32(), WithReference: (kind & 1) != 0);
        }

        return new TryTable(blockType, ImmutableCollectionsMarshal.AsImmutableArray(catches));
    }

    /// <summary>The pair of two objects; the same pair is one object in all instructions.</summary>
    private OperandPair Pair(object first, object second)
    {
        ref OperandPair? pair = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, (first, second), out _);
        return pair ??= new OperandPair(first, second);
    }
}
