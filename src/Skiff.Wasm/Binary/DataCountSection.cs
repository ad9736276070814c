namespace Skiff.Wasm.Binary;

/// <summary>The number of data segments, ahead of the code that names them (specification: binary format, data count section).</summary>
internal static class DataCountSection
{
    public static void Read(ref ByteReader reader, ModuleDecoder decoder)
    {
        int start = reader.Position;
        uint count = reader.ReadU32();

        // The segments come in a later section, so the rest of the file bounds their number.
        if (count > (uint)(decoder.FileLength - reader.Position) / 2)
        {
            throw reader.Error($"{count} data segments cannot fit in the rest of the file", start);
        }

        for (uint i = 0; i < count; i++)
        {
            decoder.Module.DataSegments.Add(new DataSegment(default));
        }

        decoder.HasDataCount = true;
    }

    public static void Write(ByteWriter writer, ModuleEncoder encoder)
    {
        // Engines before bulk memory do not know the section, so it is written only for code that needs it.
        if (encoder.Instructions.NamesDataSegments)
        {
            writer.WriteU32((uint)encoder.Module.DataSegments.Count);
        }
    }
}
