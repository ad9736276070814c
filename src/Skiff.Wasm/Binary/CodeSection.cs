namespace Skiff.Wasm.Binary;

/// <summary>The bodies of the defined functions (specification: binary format, code section).</summary>
internal static class CodeSection
{
    /// <summary>How many locals a function may have; the limit that engines share.</summary>
    private const int MaximumLocals = 50_000;

    public static void Read(ref ByteReader reader, ModuleDecoder decoder)
    {
        int start = reader.Position;
        int count = reader.ReadCount("function bodies", bytesPerItem: 3);
        if (count != decoder.Defined.Count)
        {
            throw reader.Error($"there are {count} function bodies for {decoder.Defined.Count} functions", start);
        }

        foreach (Function function in decoder.Defined)
        {
            function.Offset = reader.Position;
            ByteReader body = reader.Take(reader.ReadU32(), "a function body");
            if (decoder.SkipsBodies)
            {
                continue;
            }

            ReadLocals(ref body, function, decoder);
            function.Body = decoder.Instructions.ReadBody(ref body);
            body.ExpectEnd("a function body");
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
            int start = writer.Begin();
            writer.WriteU32((uint)function.Locals.RunCount);
            foreach ((ValType type, int count) in function.Locals.Runs())
            {
                writer.WriteU32((uint)count);
                TypeCoding.WriteValType(writer, type, encoder);
            }

            encoder.Instructions.WriteBody(writer, function);
            writer.End(start);
        }
    }

    private static void ReadLocals(ref ByteReader reader, Function function, ModuleDecoder decoder)
    {
        int runs = reader.ReadCount("declarations of locals", bytesPerItem: 2);
        for (int i = 0; i < runs; i++)
        {
            int start = reader.Position;
            uint count = reader.ReadU32();
            if (count > MaximumLocals - function.Locals.Count)
            {
                throw reader.Error($"a function has more than {MaximumLocals} locals", start);
            }

            function.Locals.Add(TypeCoding.ReadValType(ref reader, decoder), (int)count);
        }
    }
}
