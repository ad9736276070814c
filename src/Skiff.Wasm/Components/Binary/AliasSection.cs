using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>Aliases (specification: component binary format, alias definitions).</summary>
internal static class AliasSection
{
    private const byte ExportCode = 0x00;
    private const byte CoreExportCode = 0x01;
    private const byte OuterCode = 0x02;

    public static void Read(ref ByteReader reader, ReadScope scope)
    {
        int start = reader.Position;
        Sort sort = SortCoding.ReadSort(ref reader);
        int at = reader.Position;
        byte code = reader.ReadByte();
        switch (code)
        {
            case ExportCode:
                if (sort.IsCore() && sort != Sort.CoreModule)
                {
                    throw reader.Error($"an instance cannot export a {sort.Text()}", start);
                }

                Definition instance = scope.Read(ref reader, Sort.Instance);
                scope.Add(new ExportAlias(instance, reader.ReadName(), sort), start);
                break;
            case CoreExportCode:
                if (sort > Sort.CoreTag)
                {
                    throw reader.Error($"a core instance cannot export a {sort.Text()}", start);
                }

                Definition coreInstance = scope.Read(ref reader, Sort.CoreInstance);
                scope.Add(new CoreExportAlias(coreInstance, reader.ReadName(), sort), start);
                break;
            case OuterCode:
                if (sort is not (Sort.CoreModule or Sort.CoreType or Sort.Type or Sort.Component))
                {
                    throw reader.Error($"a {sort.Text()} cannot be taken from an outer scope", start);
                }

                int outward = reader.Position;
                ReadScope outer = scope.Outer(ref reader, reader.ReadU32(), outward);
                Definition target = outer.Read(ref reader, sort);
                OuterAlias alias = new(target);
                if (sort == Sort.CoreType)
                {
                    scope.AddCoreType(alias, ModuleTypeAlias.TypeOf(target)!, start);
                }
                else
                {
                    scope.Add(alias, start);
                }

                break;
            default:
                throw reader.Error($"0x{code:X2} is not a kind of alias", at);
        }
    }

    public static void Write(ByteWriter writer, Definition definition, WriteScope scope)
    {
        SortCoding.WriteSort(writer, definition.Sort
            ?? throw new InvalidOperationException($"The {definition} stands for something that nothing can refer to."));
        switch (definition)
        {
            case ExportAlias alias:
                writer.WriteByte(ExportCode);
                writer.WriteU32(scope.IndexOf(alias.Instance, Sort.Instance, definition));
                writer.WriteName(alias.ExportName);
                break;
            case CoreExportAlias alias:
                writer.WriteByte(CoreExportCode);
                writer.WriteU32(scope.IndexOf(alias.Instance, Sort.CoreInstance, definition));
                writer.WriteName(alias.ExportName);
                break;
            case OuterAlias alias:
                writer.WriteByte(OuterCode);
                (uint count, uint index) = scope.Locate(alias.Target, definition);
                writer.WriteU32(count);
                writer.WriteU32(index);
                break;
            default:
                throw new InvalidOperationException($"The {definition} is not an alias.");
        }
    }
}
