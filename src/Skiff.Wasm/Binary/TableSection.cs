namespace Skiff.Wasm.Binary;

/// <summary>The defined tables (specification: binary format, table section).</summary>
internal static class TableSection
{
    private const byte WithInitialValue = 0x40;

    public static void Read(ref ByteReader reader, ModuleDecoder decoder)
    {
        int count = reader.ReadCount("tables", bytesPerItem: 3);
        for (int i = 0; i < count; i++)
        {
            if (reader.Peek() != WithInitialValue)
            {
                decoder.Module.Add(ReadType(ref reader, decoder));
                continue;
            }

            reader.ReadByte();
            if (reader.ReadByte() != 0)
            {
                throw reader.Error("a reserved byte is not zero", reader.Position - 1);
            }

            Table table = ReadType(ref reader, decoder);
            table.Initial = decoder.Instructions.ReadConstant(ref reader);
            decoder.Module.Add(table);
        }
    }

    public static Table ReadType(ref ByteReader reader, ModuleDecoder decoder) =>
        new(TypeCoding.ReadReferenceType(ref reader, decoder), TypeCoding.ReadLimits(ref reader, isTable: true));

    public static void Write(ByteWriter writer, ModuleEncoder encoder)
    {
        IReadOnlyList<Table> defined = encoder.Tables.Defined;
        if (defined.Count == 0)
        {
            return;
        }

        writer.WriteU32((uint)defined.Count);
        foreach (Table table in defined)
        {
            if (table.Initial is null)
            {
                WriteType(writer, table, encoder);
                continue;
            }

            writer.WriteByte(WithInitialValue);
            writer.WriteByte(0);
            WriteType(writer, table, encoder);
            encoder.Instructions.WriteConstant(writer, table.Initial, table);
        }
    }

    public static void WriteType(ByteWriter writer, Table table, ModuleEncoder encoder)
    {
        TypeCoding.WriteValType(writer, table.ElementType, encoder);
        TypeCoding.WriteLimits(writer, table.Limits);
    }
}
