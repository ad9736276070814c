using Skiff.Wasm.Components;

namespace Skiff.Wasm.Binary;

/// <summary>Value types, heap types, block types and limits (specification: binary format, types).</summary>
internal static class TypeCoding
{
    private const byte EmptyBlock = 0x40;

    public static ValType ReadValType(ref ByteReader reader, ModuleDecoder decoder)
    {
        int start = reader.Position;
        byte code = reader.ReadByte();
        return code switch
        {
            >= 0x7B and <= 0x7F => ValType.FromCode(code),
            >= 0x69 and <= 0x74 => ValType.Reference((AbstractHeapType)code, nullable: true),
            ValType.ReferenceCode or ValType.NullableReferenceCode =>
                ValType.Reference(ReadHeapType(ref reader, decoder), code == ValType.NullableReferenceCode),
            _ => throw reader.Error($"0x{code:X2} is not a value type", start),
        };
    }

    public static ValType ReadReferenceType(ref ByteReader reader, ModuleDecoder decoder)
    {
        int start = reader.Position;
        ValType type = ReadValType(ref reader, decoder);
        return type.IsReference ? type : throw reader.Error($"{type} is not a reference type", start);
    }

    public static HeapType ReadHeapType(ref ByteReader reader, ModuleDecoder decoder)
    {
        int start = reader.Position;
        byte first = reader.Peek();
        if (first is >= 0x69 and <= 0x74)
        {
            return (AbstractHeapType)reader.ReadByte();
        }

        long index = reader.ReadS33();
        if (index < 0)
        {
            throw reader.Error($"0x{first:X2} is not a heap type", start);
        }

        if (index >= decoder.Module.Types.Count)
        {
            throw reader.Error($"there is no type {index}; the module has {decoder.Module.Types.Count} so far", start);
        }

        // In a component, types of modules are in the same index space.
        DefinedType type = decoder.Module.Types[(int)index];
        return type is not ModuleType ? type : throw reader.Error($"type {index} is of modules; nothing refers to those", start);
    }

    public static BlockType ReadBlockType(ref ByteReader reader, ModuleDecoder decoder)
    {
        int start = reader.Position;
        byte first = reader.Peek();
        if (first == EmptyBlock)
        {
            reader.ReadByte();
            return default;
        }

        // A single byte with the sign bit of the 33-bit integer is a value type.
        if ((first & 0xC0) == 0x40)
        {
            return ReadValType(ref reader, decoder);
        }

        long index = reader.ReadS33();
        if (index < 0 || index >= decoder.Module.Types.Count)
        {
            throw reader.Error($"there is no block type {index}; the module has {decoder.Module.Types.Count} types", start);
        }

        DefinedType type = decoder.Module.Types[(int)index];
        return type as FunctionType ?? throw reader.Error($"a {type.Kind} type cannot type a block", start);
    }

    public static Limits ReadLimits(ref ByteReader reader, bool isTable)
    {
        int start = reader.Position;
        byte flags = reader.ReadByte();
        if (flags > 7 || (isTable && (flags & 2) != 0))
        {
            throw reader.Error($"0x{flags:X2} are not flags of limits", start);
        }

        ulong minimum = reader.ReadU64();
        ulong? maximum = (flags & 1) != 0 ? reader.ReadU64() : null;
        return new Limits(minimum, maximum, IsShared: (flags & 2) != 0, Is64: (flags & 4) != 0);
    }

    public static bool ReadMutability(ref ByteReader reader)
    {
        int start = reader.Position;
        byte code = reader.ReadByte();
        return code <= 1 ? code == 1 : throw reader.Error($"0x{code:X2} is not a mutability", start);
    }

    public static void WriteValType(ByteWriter writer, ValType type, ModuleEncoder encoder)
    {
        if (!type.IsReference)
        {
            if (type.IsBottom)
            {
                throw new InvalidOperationException("A value type is missing where one is written.");
            }

            writer.WriteByte(type.Code);
            return;
        }

        if (!type.IsNullable || type.HeapType.Defined is not null)
        {
            writer.WriteByte(type.Code);
        }

        WriteHeapType(writer, type.HeapType, encoder);
    }

    public static void WriteHeapType(ByteWriter writer, HeapType type, ModuleEncoder encoder)
    {
        if (type.Defined is { } defined)
        {
            writer.WriteS64(encoder.Types.IndexOf(defined));
        }
        else if (type.Abstract == AbstractHeapType.None)
        {
            throw new InvalidOperationException("A heap type is missing where one is written.");
        }
        else
        {
            writer.WriteByte((byte)type.Abstract);
        }
    }

    public static void WriteBlockType(ByteWriter writer, BlockType type, ModuleEncoder encoder)
    {
        if (type.Function is { } function)
        {
            writer.WriteS64(encoder.Types.IndexOf(function));
        }
        else if (type.Result is { } result)
        {
            WriteValType(writer, result, encoder);
        }
        else
        {
            writer.WriteByte(EmptyBlock);
        }
    }

    public static void WriteLimits(ByteWriter writer, Limits limits)
    {
        writer.WriteByte((byte)((limits.Maximum is null ? 0 : 1) | (limits.IsShared ? 2 : 0) | (limits.Is64 ? 4 : 0)));
        writer.WriteU64(limits.Minimum);
        if (limits.Maximum is { } maximum)
        {
            writer.WriteU64(maximum);
        }
    }
}
