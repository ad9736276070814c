namespace Skiff.Wasm.Binary;

/// <summary>The defined memories (specification: binary format, memory section).</summary>
internal static class MemorySection
{
    public static void Read(ref ByteReader reader, ModuleDecoder decoder)
    {
        int count = reader.ReadCount("memories", bytesPerItem: 2);
        for (int i = 0; i < count; i++)
        {
            decoder.Module.Add(new Memory(TypeCoding.ReadLimits(ref reader, isTable: false)));
        }
    }

    public static void Write(ByteWriter writer, ModuleEncoder encoder)
    {
        IReadOnlyList<Memory> defined = encoder.Memories.Defined;
        if (defined.Count == 0)
        {
            return;
        }

        writer.WriteU32((uint)defined.Count);
        foreach (Memory memory in defined)
        {
            TypeCoding.WriteLimits(writer, memory.Limits);
        }
    }
}
