namespace Skiff.Wasm.Binary;

/// <summary>Imported items (specification: binary format, import section).</summary>
internal static class ImportSection
{
    public static void Read(ref ByteReader reader, ModuleDecoder decoder)
    {
        int count = reader.ReadCount("imports", bytesPerItem: 4);
        for (int i = 0; i < count; i++)
        {
            Import import = new(reader.ReadName(), reader.ReadName());
            Extern item = ReadType(ref reader, decoder);
            item.Import = import;
            decoder.Module.Add(item);
        }
    }

    /// <summary>Reads the type of an import or export: an item without body or value (<c>externtype</c>).</summary>
    public static Extern ReadType(ref ByteReader reader, ModuleDecoder decoder)
    {
        int start = reader.Position;
        byte kind = reader.ReadByte();
        return (ExternKind)kind switch
        {
            ExternKind.Function => new Function(decoder.FunctionType(ref reader)),
            ExternKind.Table => TableSection.ReadType(ref reader, decoder),
            ExternKind.Memory => new Memory(TypeCoding.ReadLimits(ref reader, isTable: false)),
            ExternKind.Global => GlobalSection.ReadType(ref reader, decoder),
            ExternKind.Tag => TagSection.ReadType(ref reader, decoder),
            _ => throw reader.Error($"0x{kind:X2} is not a kind of import", start),
        };
    }

    public static void Write(ByteWriter writer, ModuleEncoder encoder)
    {
        List<Extern> imports = [.. encoder.Module.Imports];
        if (imports.Count == 0)
        {
            return;
        }

        writer.WriteU32((uint)imports.Count);
        foreach (Extern item in imports)
        {
            writer.WriteName(item.Import!.Module);
            writer.WriteName(item.Import.Name);
            WriteType(writer, item, encoder);
        }
    }

    /// <summary>Writes the type of an import or export (<c>externtype</c>).</summary>
    public static void WriteType(ByteWriter writer, Extern item, ModuleEncoder encoder)
    {
        switch (item)
        {
            case Function function:
                writer.WriteByte((byte)ExternKind.Function);
                writer.WriteU32(encoder.Types.IndexOf(function.Type));
                break;
            case Table table:
                writer.WriteByte((byte)ExternKind.Table);
                TableSection.WriteType(writer, table, encoder);
                break;
            case Memory memory:
                writer.WriteByte((byte)ExternKind.Memory);
                TypeCoding.WriteLimits(writer, memory.Limits);
                break;
            case Global global:
                writer.WriteByte((byte)ExternKind.Global);
                GlobalSection.WriteType(writer, global, encoder);
                break;
            case Tag tag:
                writer.WriteByte((byte)ExternKind.Tag);
                TagSection.WriteType(writer, tag, encoder);
                break;
            default:
                throw new InvalidOperationException($"A {item.Kind} cannot be imported.");
        }
    }
}
