namespace Skiff.Wasm.Binary;

/// <summary>Data segments (specification: binary format, data section).</summary>
internal static class DataSection
{
    private const uint Passive = 1;
    private const uint ExplicitMemory = 2;

    public static void Read(ref ByteReader reader, ModuleDecoder decoder)
    {
        int start = reader.Position;
        int count = reader.ReadCount("data segments", bytesPerItem: 2);
        List<DataSegment> segments = decoder.Module.DataSegments;
        if (decoder.HasDataCount && count != segments.Count)
        {
            throw reader.Error($"there are {count} data segments, but {segments.Count} were announced", start);
        }

        for (int i = 0; i < count; i++)
        {
            if (!decoder.HasDataCount)
            {
                segments.Add(new DataSegment(default));
            }

            ReadSegment(ref reader, segments[i], decoder);
        }
    }

    public static void Write(ByteWriter writer, ModuleEncoder encoder)
    {
        List<DataSegment> segments = encoder.Module.DataSegments;
        if (segments.Count == 0)
        {
            return;
        }

        writer.WriteU32((uint)segments.Count);
        foreach (DataSegment segment in segments)
        {
            if (segment.Memory is { } memory)
            {
                uint index = encoder.Memories.IndexOf(memory, segment);
                writer.WriteU32(index == 0 ? 0 : ExplicitMemory);
                if (index != 0)
                {
                    writer.WriteU32(index);
                }

                encoder.Instructions.WriteConstant(
                    writer,
                    segment.Offset ?? throw new InvalidOperationException($"The active {segment} has no offset."),
                    segment);
            }
            else
            {
                writer.WriteU32(Passive);
            }

            writer.WriteU32((uint)segment.Bytes.Length);
            writer.WriteBytes(segment.Bytes.Span);
        }
    }

    private static void ReadSegment(ref ByteReader reader, DataSegment segment, ModuleDecoder decoder)
    {
        int start = reader.Position;
        uint flags = reader.ReadU32();
        if (flags > 2)
        {
            throw reader.Error($"{flags} are not flags of a data segment", start);
        }

        if (flags != Passive)
        {
            if (flags == ExplicitMemory)
            {
                segment.Memory = decoder.Memory(ref reader);
            }
            else
            {
                segment.Memory = decoder.Module.Memories.Count > 0
                    ? decoder.Module.Memories[0]
                    : throw reader.Error("a data segment is for memory 0, but there is no memory", start);
            }

            segment.Offset = decoder.Instructions.ReadConstant(ref reader);
        }

        int length = reader.ReadCount("bytes of data");
        segment.Bytes = decoder.Slice(reader.Position, length);
        reader.ReadBytes(length);
    }
}
