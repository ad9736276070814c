using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>Constants, kept as bytes (specification: component binary format, value definitions).</summary>
internal static class ValueSection
{
    public static void Read(ref ByteReader reader, ReadScope scope)
    {
        int start = reader.Position;
        ComponentValType type = ValTypeCoding.Read(ref reader, scope);
        ByteReader value = reader.Take(reader.ReadU32(), "a value");
        scope.Add(new ValueDefinition(type, scope.File[value.Position..value.End]), start);
    }

    public static void Write(ByteWriter writer, ValueDefinition value, WriteScope scope)
    {
        ValTypeCoding.Write(writer, value.Type, value, scope);
        writer.WriteU32((uint)value.Bytes.Length);
        writer.WriteBytes(value.Bytes.Span);
    }
}
