using System.Collections.Immutable;

namespace Skiff.Wasm.Binary;

/// <summary>Recursive types (specification: binary format, type section).</summary>
internal static class TypeSection
{
    private const byte RecursionCode = 0x4E;
    private const byte FinalSubtypeCode = 0x4F;
    private const byte SubtypeCode = 0x50;
    private const byte ArrayCode = 0x5E;
    private const byte StructCode = 0x5F;
    private const byte FunctionCode = 0x60;

    public static void Read(ref ByteReader reader, ModuleDecoder decoder)
    {
        int count = reader.ReadCount("types", bytesPerItem: 2);
        for (int i = 0; i < count; i++)
        {
            ReadRecursive(ref reader, decoder);
        }
    }

    /// <summary>Reads a recursive type: a type that stands alone, or a group (<c>rectype</c>).</summary>
    public static void ReadRecursive(ref ByteReader reader, ModuleDecoder decoder)
    {
        if (reader.Peek() == RecursionCode)
        {
            reader.ReadByte();
            ReadGroup(ref reader, decoder, reader.ReadCount("types of a group", bytesPerItem: 2));
        }
        else
        {
            ReadGroup(ref reader, decoder, 1);
        }
    }

    public static void Write(ByteWriter writer, ModuleEncoder encoder)
    {
        // Writing a type can name further types only if they were collected with it: TypeIndexer sees to that.
        IReadOnlyList<IReadOnlyList<DefinedType>> groups = encoder.Types.Groups;
        if (groups.Count == 0)
        {
            return;
        }

        writer.WriteU32((uint)groups.Count);
        foreach (IReadOnlyList<DefinedType> group in groups)
        {
            WriteRecursive(writer, group, encoder);
        }
    }

    /// <summary>Writes a recursive type: a type that stands alone, or a group (<c>rectype</c>).</summary>
    public static void WriteRecursive(ByteWriter writer, IReadOnlyList<DefinedType> group, ModuleEncoder encoder)
    {
        if (group.Count != 1)
        {
            writer.WriteByte(RecursionCode);
            writer.WriteU32((uint)group.Count);
        }

        foreach (DefinedType type in group)
        {
            WriteSubtype(writer, type, encoder);
        }
    }

    /// <summary>
    /// Reads the members of a group. They may name each other before they are read, so a first pass finds out their
    /// kinds and a second fills them in; most types stand alone and need no second pass.
    /// </summary>
    private static void ReadGroup(ref ByteReader reader, ModuleDecoder decoder, int count)
    {
        List<DefinedType> types = decoder.Module.Types;
        int first = types.Count;
        int start = reader.Position;
        FunctionType unknown = new([]);
        for (int i = 0; i < count; i++)
        {
            types.Add(unknown);
        }

        bool refersToItself = false;
        for (int i = 0; i < count; i++)
        {
            types[first + i] = ReadSubtype(ref reader, decoder, first + i, shell: null, unknown, ref refersToItself);
        }

        if (!refersToItself && count <= 1)
        {
            return;
        }

        RecursionGroup group = new();
        for (int i = 0; i < count; i++)
        {
            group.Add(types[first + i]);
        }

        ByteReader again = reader.At(start);
        for (int i = 0; i < count; i++)
        {
            ReadSubtype(ref again, decoder, first + i, types[first + i], unknown, ref refersToItself);
        }
    }

    private static DefinedType ReadSubtype(
        ref ByteReader reader,
        ModuleDecoder decoder,
        int index,
        DefinedType? shell,
        DefinedType unknown,
        ref bool refersToItself)
    {
        bool isFinal = true;
        DefinedType? supertype = null;
        if (reader.Peek() is SubtypeCode or FinalSubtypeCode)
        {
            isFinal = reader.ReadByte() == FinalSubtypeCode;
            int supertypes = reader.ReadCount("supertypes");
            if (supertypes > 1)
            {
                throw reader.Error($"a type has {supertypes} supertypes; at most one is allowed");
            }

            if (supertypes == 1)
            {
                int at = reader.Position;
                uint super = reader.ReadU32();
                supertype = super < (uint)index
                    ? decoder.Module.Types[(int)super]
                    : throw reader.Error($"type {index} extends type {super}, which does not stand before it", at);
            }
        }

        int start = reader.Position;
        byte kind = reader.ReadByte();
        DefinedType type;
        switch (kind)
        {
            case FunctionCode:
                ImmutableArray<ValType> parameters = ReadTypes(ref reader, decoder, unknown, ref refersToItself, "parameters");
                ImmutableArray<ValType> results = ReadTypes(ref reader, decoder, unknown, ref refersToItself, "results");
                var function = shell as FunctionType ?? new FunctionType([]);
                function.Parameters = parameters;
                function.Results = results;
                type = function;
                break;
            case StructCode:
                StructType structure = shell as StructType ?? new StructType();
                structure.Fields.Clear();
                int fields = reader.ReadCount("fields", bytesPerItem: 2);
                for (int i = 0; i < fields; i++)
                {
                    structure.Fields.Add(ReadField(ref reader, decoder, unknown, ref refersToItself));
                }

                type = structure;
                break;
            case ArrayCode:
                ArrayType array = shell as ArrayType ?? new ArrayType();
                array.Element = ReadField(ref reader, decoder, unknown, ref refersToItself);
                type = array;
                break;
            default:
                throw reader.Error($"0x{kind:X2} is not a kind of type", start);
        }

        type.IsFinal = isFinal;
        type.Supertype = supertype;
        return type;
    }

    private static ImmutableArray<ValType> ReadTypes(
        ref ByteReader reader, ModuleDecoder decoder, DefinedType unknown, ref bool refersToItself, string what)
    {
        int count = reader.ReadCount(what);
        if (count == 0)
        {
            return [];
        }

        var types = ImmutableArray.CreateBuilder<ValType>(count);
        for (int i = 0; i < count; i++)
        {
            ValType type = TypeCoding.ReadValType(ref reader, decoder);
            refersToItself |= ReferenceEquals(type.HeapType.Defined, unknown);
            types.Add(type);
        }

        return types.MoveToImmutable();
    }

    private static FieldType ReadField(
        ref ByteReader reader, ModuleDecoder decoder, DefinedType unknown, ref bool refersToItself)
    {
        StorageType storage;
        byte code = reader.Peek();
        if (code is StorageType.I8Code or StorageType.I16Code)
        {
            reader.ReadByte();
            storage = code == StorageType.I8Code ? StorageType.I8 : StorageType.I16;
        }
        else
        {
            ValType type = TypeCoding.ReadValType(ref reader, decoder);
            refersToItself |= ReferenceEquals(type.HeapType.Defined, unknown);
            storage = type;
        }

        return new FieldType(storage, TypeCoding.ReadMutability(ref reader));
    }

    private static void WriteSubtype(ByteWriter writer, DefinedType type, ModuleEncoder encoder)
    {
        if (!type.IsFinal || type.Supertype is not null)
        {
            writer.WriteByte(type.IsFinal ? FinalSubtypeCode : SubtypeCode);
            writer.WriteU32(type.Supertype is null ? 0u : 1u);
            if (type.Supertype is not null)
            {
                writer.WriteU32(encoder.Types.IndexOf(type.Supertype));
            }
        }

        switch (type)
        {
            case FunctionType function:
                writer.WriteByte(FunctionCode);
                WriteTypes(writer, function.Parameters, encoder);
                WriteTypes(writer, function.Results, encoder);
                break;
            case StructType structure:
                writer.WriteByte(StructCode);
                writer.WriteU32((uint)structure.Fields.Count);
                foreach (FieldType field in structure.Fields)
                {
                    WriteField(writer, field, encoder);
                }

                break;
            case ArrayType array:
                writer.WriteByte(ArrayCode);
                WriteField(writer, array.Element, encoder);
                break;
            default:
                throw new InvalidOperationException($"A {type.Kind} type has no binary form.");
        }
    }

    private static void WriteTypes(ByteWriter writer, ImmutableArray<ValType> types, ModuleEncoder encoder)
    {
        writer.WriteU32((uint)types.Length);
        foreach (ValType type in types)
        {
            TypeCoding.WriteValType(writer, type, encoder);
        }
    }

    private static void WriteField(ByteWriter writer, FieldType field, ModuleEncoder encoder)
    {
        if (field.Storage.IsPacked)
        {
            writer.WriteByte(field.Storage.Code);
        }
        else
        {
            TypeCoding.WriteValType(writer, field.Storage.Unpacked, encoder);
        }

        writer.WriteByte(field.IsMutable ? (byte)1 : (byte)0);
    }
}
