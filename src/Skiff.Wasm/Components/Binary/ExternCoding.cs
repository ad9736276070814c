using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>
/// The names and types of imports and exports (specification: component binary format, <c>nameattributes</c>,
/// <c>externtype</c>).
/// </summary>
internal static class ExternCoding
{
    private const byte WithAttributes = 0x02;
    private const byte ImplementsCode = 0x00;
    private const byte VersionSuffixCode = 0x01;
    private const byte ExternalIdCode = 0x02;
    private const byte EqualCode = 0x00;
    private const byte SubResourceCode = 0x01;

    public static ExternName ReadName(ref ByteReader reader)
    {
        int start = reader.Position;
        byte form = reader.ReadByte();

        // 0x01 means the same as 0x00; older tools wrote it before interface names.
        if (form > WithAttributes)
        {
            throw reader.Error($"0x{form:X2} is not a form of a name", start);
        }

        ExternName name = new(reader.ReadName());
        int attributes = form == WithAttributes ? reader.ReadCount("attributes of a name", bytesPerItem: 2) : 0;
        for (int i = 0; i < attributes; i++)
        {
            start = reader.Position;
            byte code = reader.ReadByte();
            string value = reader.ReadName();
            name = code switch
            {
                ImplementsCode when name.Implements is null => name with { Implements = value },
                VersionSuffixCode when name.VersionSuffix is null => name with { VersionSuffix = value },
                ExternalIdCode when name.ExternalId is null => name with { ExternalId = value },
                > ExternalIdCode => throw reader.Error($"0x{code:X2} is not an attribute of a name", start),
                _ => throw reader.Error($"the name '{name}' has an attribute twice", start),
            };
        }

        return name;
    }

    public static ExternType ReadType(ref ByteReader reader, ReadScope scope)
    {
        Sort sort = SortCoding.ReadExternSort(ref reader);
        switch (sort)
        {
            case Sort.CoreModule:
                return ExternType.CoreModule(scope.Read(ref reader, Sort.CoreType));
            case Sort.Function:
                return ExternType.Function(scope.Read(ref reader, Sort.Type));
            case Sort.Component:
                return ExternType.Component(scope.Read(ref reader, Sort.Type));
            case Sort.Instance:
                return ExternType.Instance(scope.Read(ref reader, Sort.Type));
            case Sort.Value:
                return ValTypeCoding.ReadFlag(ref reader, "the bound of a value")
                    ? ExternType.Value(ValTypeCoding.Read(ref reader, scope))
                    : ExternType.ValueEqualTo(scope.Read(ref reader, Sort.Value));
            default:
                return ValTypeCoding.ReadFlag(ref reader, "the bound of a type")
                    ? ExternType.SubResource
                    : ExternType.TypeEqualTo(scope.Read(ref reader, Sort.Type));
        }
    }

    public static void WriteName(ByteWriter writer, ExternName name)
    {
        writer.WriteByte(name.HasAttributes ? WithAttributes : (byte)0);
        writer.WriteName(name.Name);
        if (!name.HasAttributes)
        {
            return;
        }

        (byte Code, string? Value)[] attributes =
        [
            (ImplementsCode, name.Implements),
            (VersionSuffixCode, name.VersionSuffix),
            (ExternalIdCode, name.ExternalId),
        ];
        writer.WriteU32((uint)attributes.Count(attribute => attribute.Value is not null));
        foreach ((byte code, string? value) in attributes)
        {
            if (value is not null)
            {
                writer.WriteByte(code);
                writer.WriteName(value);
            }
        }
    }

    public static void WriteType(ByteWriter writer, ExternType type, object user, WriteScope scope)
    {
        SortCoding.WriteSort(writer, type.Sort);
        switch (type.Sort)
        {
            case Sort.CoreModule:
                writer.WriteU32(scope.IndexOf(type.Type!, Sort.CoreType, user));
                break;
            case Sort.Value:
                ValTypeCoding.WriteFlag(writer, type.EqualValue is null);
                if (type.EqualValue is { } value)
                {
                    writer.WriteU32(scope.IndexOf(value, Sort.Value, user));
                }
                else
                {
                    ValTypeCoding.Write(writer, type.ValueType ?? default, user, scope);
                }

                break;
            case Sort.Type when type.IsSubResource:
                writer.WriteByte(SubResourceCode);
                break;
            case Sort.Type:
                writer.WriteByte(EqualCode);
                writer.WriteU32(scope.IndexOf(type.Type!, Sort.Type, user));
                break;
            default:
                writer.WriteU32(scope.IndexOf(type.Type!, Sort.Type, user));
                break;
        }
    }
}
