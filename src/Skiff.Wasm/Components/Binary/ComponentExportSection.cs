using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>Exports (specification: component binary format, import and export definitions).</summary>
internal static class ComponentExportSection
{
    public static void Read(ref ByteReader reader, ReadScope scope)
    {
        int start = reader.Position;
        ExternName name = ExternCoding.ReadName(ref reader);
        Definition item = SortCoding.ReadExtern(ref reader, scope);
        int at = reader.Position;
        ExternType? type = ValTypeCoding.ReadFlag(ref reader, "the type of an export") ? ExternCoding.ReadType(ref reader, scope) : null;
        if (type is not null && type.Sort != item.Sort)
        {
            throw reader.Error($"the export '{name}' is a {item.Sort!.Value.Text()}, but its type is of a {type.Sort.Text()}", at);
        }

        scope.Add(new ComponentExport(name, item, type), start);
    }

    public static void Write(ByteWriter writer, ComponentExport export, WriteScope scope)
    {
        ExternCoding.WriteName(writer, export.ExternName);
        SortCoding.WriteExtern(writer, export.Item, export, scope);
        ValTypeCoding.WriteFlag(writer, export.Type is not null);
        if (export.Type is { } type)
        {
            ExternCoding.WriteType(writer, type, export, scope);
        }
    }
}
