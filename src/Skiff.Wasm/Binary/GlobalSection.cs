namespace Skiff.Wasm.Binary;

/// <summary>The defined globals (specification: binary format, global section).</summary>
internal static class GlobalSection
{
    public static void Read(ref ByteReader reader, ModuleDecoder decoder)
    {
        int count = reader.ReadCount("globals", bytesPerItem: 3);
        for (int i = 0; i < count; i++)
        {
            Global global = ReadType(ref reader, decoder);

            // Its own value cannot name it, so it joins the index space afterwards.
            global.Initial = decoder.Instructions.ReadConstant(ref reader);
            decoder.Module.Add(global);
        }
    }

    public static Global ReadType(ref ByteReader reader, ModuleDecoder decoder) =>
        new(TypeCoding.ReadValType(ref reader, decoder), TypeCoding.ReadMutability(ref reader));

    public static void Write(ByteWriter writer, ModuleEncoder encoder)
    {
        IReadOnlyList<Global> defined = encoder.Globals.Defined;
        if (defined.Count == 0)
        {
            return;
        }

        writer.WriteU32((uint)defined.Count);
        foreach (Global global in defined)
        {
            WriteType(writer, global, encoder);
            encoder.Instructions.WriteConstant(
                writer,
                global.Initial ?? throw new InvalidOperationException($"The {global} is defined but has no initial value."),
                global);
        }
    }

    public static void WriteType(ByteWriter writer, Global global, ModuleEncoder encoder)
    {
        TypeCoding.WriteValType(writer, global.Type, encoder);
        writer.WriteByte(global.IsMutable ? (byte)1 : (byte)0);
    }
}
