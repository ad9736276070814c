using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>Imports (specification: component binary format, import and export definitions).</summary>
internal static class ComponentImportSection
{
    public static void Read(ref ByteReader reader, ReadScope scope)
    {
        int start = reader.Position;
        ExternName name = ExternCoding.ReadName(ref reader);
        scope.Add(new ComponentImport(name, ExternCoding.ReadType(ref reader, scope)), start);
    }

    public static void Write(ByteWriter writer, ComponentImport import, WriteScope scope)
    {
        ExternCoding.WriteName(writer, import.ExternName);
        ExternCoding.WriteType(writer, import.Type, import, scope);
    }
}
