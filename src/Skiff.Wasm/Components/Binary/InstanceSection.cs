using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>Instances of components (specification: component binary format, instance definitions).</summary>
internal static class InstanceSection
{
    private const byte InstantiateCode = 0x00;
    private const byte ExportsCode = 0x01;

    public static void Read(ref ByteReader reader, ReadScope scope)
    {
        int start = reader.Position;
        byte code = reader.ReadByte();
        switch (code)
        {
            case InstantiateCode:
                Instantiation instantiation = new(scope.Read(ref reader, Sort.Component));
                int arguments = reader.ReadCount("arguments", bytesPerItem: 3);
                for (int i = 0; i < arguments; i++)
                {
                    instantiation.Arguments.Add(new NamedDefinition(reader.ReadName(), SortCoding.ReadExtern(ref reader, scope)));
                }

                scope.Add(instantiation, start);
                break;
            case ExportsCode:
                InlineExports instance = new();
                int exports = reader.ReadCount("exports", bytesPerItem: 4);
                for (int i = 0; i < exports; i++)
                {
                    instance.Exports.Add(new InlineExport(ExternCoding.ReadName(ref reader), SortCoding.ReadExtern(ref reader, scope)));
                }

                scope.Add(instance, start);
                break;
            default:
                throw reader.Error($"0x{code:X2} is not a kind of instance", start);
        }
    }

    public static void Write(ByteWriter writer, Definition definition, WriteScope scope)
    {
        if (definition is Instantiation instantiation)
        {
            writer.WriteByte(InstantiateCode);
            writer.WriteU32(scope.IndexOf(instantiation.Component, Sort.Component, definition));
            writer.WriteU32((uint)instantiation.Arguments.Count);
            foreach (NamedDefinition argument in instantiation.Arguments)
            {
                writer.WriteName(argument.Name);
                SortCoding.WriteExtern(writer, argument.Item, definition, scope);
            }

            return;
        }

        var instance = (InlineExports)definition;
        writer.WriteByte(ExportsCode);
        writer.WriteU32((uint)instance.Exports.Count);
        foreach (InlineExport export in instance.Exports)
        {
            ExternCoding.WriteName(writer, export.Name);
            SortCoding.WriteExtern(writer, export.Item, definition, scope);
        }
    }
}
