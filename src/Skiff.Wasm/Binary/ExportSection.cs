namespace Skiff.Wasm.Binary;

/// <summary>Exported items (specification: binary format, export section).</summary>
internal static class ExportSection
{
    public static void Read(ref ByteReader reader, ModuleDecoder decoder)
    {
        int count = reader.ReadCount("exports", bytesPerItem: 3);
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadName();
            int start = reader.Position;
            byte kind = reader.ReadByte();
            Extern item = (ExternKind)kind switch
            {
                ExternKind.Function => decoder.Function(ref reader),
                ExternKind.Table => decoder.Table(ref reader),
                ExternKind.Memory => decoder.Memory(ref reader),
                ExternKind.Global => decoder.Global(ref reader),
                ExternKind.Tag => decoder.Tag(ref reader),
                _ => throw reader.Error($"0x{kind:X2} is not a kind of export", start),
            };
            decoder.Module.Exports.Add(new Export(name, item));
        }
    }

    public static void Write(ByteWriter writer, ModuleEncoder encoder)
    {
        List<Export> exports = encoder.Module.Exports;
        if (exports.Count == 0)
        {
            return;
        }

        writer.WriteU32((uint)exports.Count);
        foreach (Export export in exports)
        {
            writer.WriteName(export.Name);
            (ExternKind kind, uint index) = export.Item switch
            {
                Function function => (ExternKind.Function, encoder.Functions.IndexOf(function, export)),
                Table table => (ExternKind.Table, encoder.Tables.IndexOf(table, export)),
                Memory memory => (ExternKind.Memory, encoder.Memories.IndexOf(memory, export)),
                Global global => (ExternKind.Global, encoder.Globals.IndexOf(global, export)),
                Tag tag => (ExternKind.Tag, encoder.Tags.IndexOf(tag, export)),
                _ => throw new InvalidOperationException($"A {export.Item.Kind} cannot be exported."),
            };
            writer.WriteByte((byte)kind);
            writer.WriteU32(index);
        }
    }
}
