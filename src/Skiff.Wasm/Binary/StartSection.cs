namespace Skiff.Wasm.Binary;

/// <summary>The start function (specification: binary format, start section).</summary>
internal static class StartSection
{
    public static void Read(ref ByteReader reader, ModuleDecoder decoder) =>
        decoder.Module.Start = decoder.Function(ref reader);

    public static void Write(ByteWriter writer, ModuleEncoder encoder)
    {
        if (encoder.Module.Start is { } start)
        {
            writer.WriteU32(encoder.Functions.IndexOf(start, "the start section"));
        }
    }
}
