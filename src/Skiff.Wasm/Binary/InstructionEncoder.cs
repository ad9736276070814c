using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiff.Wasm.Binary;

/// <summary>Writes instruction sequences (specification: binary format, instructions and expressions).</summary>
internal sealed class InstructionEncoder(ModuleEncoder encoder)
{
    /// <summary>Whether an instruction written so far names a data segment.</summary>
    public bool NamesDataSegments { get; private set; }

    /// <summary>Writes the instructions of a function and its <c>end</c>.</summary>
    public void WriteBody(ByteWriter writer, Function function) =>
        WriteSequence(writer, CollectionsMarshal.AsSpan(function.Body), function);

    /// <summary>Writes the instructions of a constant expression and its <c>end</c>.</summary>
    public void WriteConstant(ByteWriter writer, ConstantExpression expression, object user) =>
        WriteSequence(writer, expression.Instructions.AsSpan(), user);

    private void WriteSequence(ByteWriter writer, ReadOnlySpan<Instruction> instructions, object user)
    {
        int depth = 0;
        foreach (ref readonly Instruction instruction in instructions)
        {
            Opcode opcode = instruction.Opcode;
            if (opcode is Opcode.Block or Opcode.Loop or Opcode.If or Opcode.TryTable)
            {
                depth++;
            }
            else if (opcode == Opcode.End && --depth < 0)
            {
                throw new InvalidOperationException($"The {user} has an end without a block; its own end is not part of the body.");
            }

            Write(writer, instruction, user);
        }

        if (depth != 0)
        {
            throw new InvalidOperationException($"The {user} has {depth} blocks without an end.");
        }

        writer.WriteByte((byte)Opcode.End);
    }

    private void Write(ByteWriter writer, in Instruction instruction, object user)
    {
        int code = (int)instruction.Opcode;
        OpcodeInfo info = OpcodeTable.Find(code)
            ?? throw new InvalidOperationException($"The {user} holds 0x{code:X4}, which is not an instruction.");
        if (code < 0x1000)
        {
            writer.WriteByte((byte)code);
        }
        else
        {
            writer.WriteByte((byte)(0xF0 | (code >> 12)));
            writer.WriteU32((uint)(code & 0xFFF));
        }

        switch (info.Operand)
        {
            case OperandKind.None:
                break;
            case OperandKind.Local or OperandKind.Label:
                writer.WriteU32(instruction.Local);
                break;
            case OperandKind.I32:
                writer.WriteS64(instruction.Int32);
                break;
            case OperandKind.I64:
                writer.WriteS64(instruction.Int64);
                break;
            case OperandKind.F32:
                writer.WriteFixed32((uint)instruction.Bits);
                break;
            case OperandKind.F64:
                writer.WriteFixed64(instruction.Bits);
                break;
            case OperandKind.MemoryArgument or OperandKind.MemoryArgumentAndLane:
                WriteMemoryArgument(writer, instruction, user);
                if (info.Operand == OperandKind.MemoryArgumentAndLane)
                {
                    writer.WriteByte(instruction.Lane);
                }

                break;
            case OperandKind.Function:
                writer.WriteU32(encoder.Functions.IndexOf(instruction.Function, user));
                break;
            case OperandKind.Global:
                writer.WriteU32(encoder.Globals.IndexOf(instruction.Global, user));
                break;
            case OperandKind.Block:
                TypeCoding.WriteBlockType(writer, instruction.BlockType, encoder);
                break;
            case OperandKind.Labels:
                BranchTable table = instruction.BranchTable;
                writer.WriteU32((uint)table.Labels.Length);
                foreach (uint label in table.Labels)
                {
                    writer.WriteU32(label);
                }

                writer.WriteU32(table.Default);
                break;
            case OperandKind.V128 or OperandKind.Shuffle:
                Span<byte> bytes = stackalloc byte[16];
                instruction.Vector.CopyTo(bytes);
                writer.WriteBytes(bytes);
                break;
            case OperandKind.Lane:
                writer.WriteByte(instruction.Lane);
                break;
            case OperandKind.Zero:
                writer.WriteByte(0);
                break;
            case OperandKind.HeapType:
                TypeCoding.WriteHeapType(writer, instruction.HeapType, encoder);
                break;
            case OperandKind.ValueTypes:
                writer.WriteU32((uint)instruction.ValueTypes.Length);
                foreach (ValType type in instruction.ValueTypes)
                {
                    TypeCoding.WriteValType(writer, type, encoder);
                }

                break;
            case OperandKind.Cast:
                WriteCast(writer, instruction.BranchOnCast);
                break;
            case OperandKind.Catches:
                WriteTryTable(writer, instruction.TryTable, user);
                break;
            case OperandKind.TypeAndField or OperandKind.TypeAndCount:
                WriteIndex(writer, instruction.Operand, user);
                writer.WriteU32(instruction.Field);
                break;
            default:
                if (instruction.Operand is OperandPair pair)
                {
                    WriteIndex(writer, pair.First, user);
                    WriteIndex(writer, pair.Second, user);
                }
                else
                {
                    WriteIndex(writer, instruction.Operand, user);
                }

                break;
        }
    }

    private void WriteIndex(ByteWriter writer, object? named, object user)
    {
        NamesDataSegments |= named is DataSegment;
        writer.WriteU32(named switch
        {
            DefinedType type => encoder.Types.IndexOf(type),
            Function function => encoder.Functions.IndexOf(function, user),
            Table table => encoder.Tables.IndexOf(table, user),
            Memory memory => encoder.Memories.IndexOf(memory, user),
            Global global => encoder.Globals.IndexOf(global, user),
            Tag tag => encoder.Tags.IndexOf(tag, user),
            ElementSegment element => encoder.ElementSegments.IndexOf(element, user),
            DataSegment data => encoder.DataSegments.IndexOf(data, user),
            _ => throw new InvalidOperationException($"An instruction of the {user} lacks an operand."),
        });
    }

    private void WriteMemoryArgument(ByteWriter writer, in Instruction instruction, object user)
    {
        const uint HasMemory = 0x40;
        uint memory = encoder.Memories.IndexOf(instruction.Memory, user);
        writer.WriteU32(instruction.Alignment | (memory == 0 ? 0 : HasMemory));
        if (memory != 0)
        {
            writer.WriteU32(memory);
        }

        writer.WriteU64(instruction.Bits);
    }

    private void WriteCast(ByteWriter writer, BranchOnCast cast)
    {
        writer.WriteByte((byte)((cast.Source.IsNullable ? 1 : 0) | (cast.Target.IsNullable ? 2 : 0)));
        writer.WriteU32(cast.Label);
        TypeCoding.WriteHeapType(writer, cast.Source.HeapType, encoder);
        TypeCoding.WriteHeapType(writer, cast.Target.HeapType, encoder);
    }

    private void WriteTryTable(ByteWriter writer, TryTable tryTable, object user)
    {
        TypeCoding.WriteBlockType(writer, tryTable.BlockType, encoder);
        writer.WriteU32((uint)tryTable.Catches.Length);
        foreach (CatchClause clause in tryTable.Catches)
        {
            writer.WriteByte((byte)((clause.Tag is null ? 2 : 0) | (clause.WithReference ? 1 : 0)));
            if (clause.Tag is not null)
            {
                writer.WriteU32(encoder.Tags.IndexOf(clause.Tag, user));
            }

            writer.WriteU32(clause.Label);
        }
    }
}
