using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>Instances of core modules (specification: component binary format, instance definitions).</summary>
internal static class CoreInstanceSection
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
                CoreInstantiation instantiation = new(scope.Read(ref reader, Sort.CoreModule));
                int arguments = reader.ReadCount("arguments", bytesPerItem: 3);
                for (int i = 0; i < arguments; i++)
                {
                    string name = reader.ReadName();
                    int at = reader.Position;
                    Sort sort = SortCoding.ReadCoreSort(ref reader);
                    if (sort != Sort.CoreInstance)
                    {
                        throw reader.Error($"a {sort.Text()} is passed to a core module; only core instances can be", at);
                    }

                    instantiation.Arguments.Add(new NamedDefinition(name, scope.Read(ref reader, sort)));
                }

                scope.Add(instantiation, start);
                break;
            case ExportsCode:
                CoreInlineExports instance = new();
                int exports = reader.ReadCount("exports", bytesPerItem: 3);
                for (int i = 0; i < exports; i++)
                {
                    string name = reader.ReadName();
                    int at = reader.Position;
                    Sort sort = SortCoding.ReadCoreSort(ref reader);
                    if (sort > Sort.CoreTag)
                    {
                        throw reader.Error($"a core instance cannot export a {sort.Text()}", at);
                    }

                    instance.Exports.Add(new NamedDefinition(name, scope.Read(ref reader, sort)));
                }

                scope.Add(instance, start);
                break;
            default:
                throw reader.Error($"0x{code:X2} is not a kind of core instance", start);
        }
    }

    public static void Write(ByteWriter writer, Definition definition, WriteScope scope)
    {
        if (definition is CoreInstantiation instantiation)
        {
            writer.WriteByte(InstantiateCode);
            writer.WriteU32(scope.IndexOf(instantiation.Module, Sort.CoreModule, definition));
            writer.WriteU32((uint)instantiation.Arguments.Count);
            foreach (NamedDefinition argument in instantiation.Arguments)
            {
                writer.WriteName(argument.Name);
                writer.WriteByte(Sort.CoreInstance.Code());
                writer.WriteU32(scope.IndexOf(argument.Item, Sort.CoreInstance, definition));
            }

            return;
        }

        var instance = (CoreInlineExports)definition;
        writer.WriteByte(ExportsCode);
        writer.WriteU32((uint)instance.Exports.Count);
        foreach (NamedDefinition export in instance.Exports)
        {
            if (export.Item.Sort is not { } sort || sort > Sort.CoreTag)
            {
                throw new InvalidOperationException($"The {definition} exports the {export.Item}; it can export core functions, tables, memories, globals and tags.");
            }

            writer.WriteName(export.Name);
            writer.WriteByte(sort.Code());
            writer.WriteU32(scope.IndexOf(export.Item, sort, definition));
        }
    }
}
