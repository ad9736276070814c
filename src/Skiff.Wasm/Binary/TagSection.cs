namespace Skiff.Wasm.Binary;

/// <summary>The defined exception tags (specification: binary format, tag section).</summary>
internal static class TagSection
{
    public static void Read(ref ByteReader reader, ModuleDecoder decoder)
    {
        int count = reader.ReadCount("tags", bytesPerItem: 2);
        for (int i = 0; i < count; i++)
        {
            decoder.Module.Add(ReadType(ref reader, decoder));
        }
    }

    public static Tag ReadType(ref ByteReader reader, ModuleDecoder decoder)
    {
        int start = reader.Position;
        return reader.ReadByte() == 0
            ? new Tag(decoder.FunctionType(ref reader))
            : throw reader.Error("the attribute of a tag is not zero", start);
    }

    public static void Write(ByteWriter writer, ModuleEncoder encoder)
    {
        IReadOnlyList<Tag> defined = encoder.Tags.Defined;
        if (defined.Count == 0)
        {
            return;
        }

        writer.WriteU32((uint)defined.Count);
        foreach (Tag tag in defined)
        {
            WriteType(writer, tag, encoder);
        }
    }

    public static void WriteType(ByteWriter writer, Tag tag, ModuleEncoder encoder)
    {
        writer.WriteByte(0);
        writer.WriteU32(encoder.Types.IndexOf(tag.Type));
    }
}
