namespace Skiff.Wasm.Binary;

/// <summary>The types of the defined functions (specification: binary format, function section).</summary>
internal static class FunctionSection
{
    public static void Read(ref ByteReader reader, ModuleDecoder decoder)
    {
        int count = reader.ReadCount("functions");
        for (int i = 0; i < count; i++)
        {
            decoder.Defined.Add(decoder.Module.Add(new Function(decoder.FunctionType(ref reader))));
        }
    }

    public static void Write(ByteWriter writer, ModuleEncoder encoder)
    {
        IReadOnlyList<Function> defined = encoder.Functions.Defined;
        if (defined.Count == 0)
        {
            return;
        }

        writer.WriteU32((uint)defined.Count);
        foreach (Function function in defined)
        {
            writer.WriteU32(encoder.Types.IndexOf(function.Type));
        }
    }
}
