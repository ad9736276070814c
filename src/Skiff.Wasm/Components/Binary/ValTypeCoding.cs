using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>Value types and labels (specification: component binary format, type definitions).</summary>
internal static class ValTypeCoding
{
    public static ComponentValType Read(ref ByteReader reader, ReadScope scope)
    {
        int start = reader.Position;
        if (PrimitiveValTypes.FromCode(reader.Peek()) is { } primitive)
        {
            reader.ReadByte();
            return primitive;
        }

        long index = reader.ReadS33();
        return index >= 0
            ? scope.At(ref reader, Sort.Type, (uint)index, start)
            : throw reader.Error("this is not a value type", start);
    }

    public static ComponentValType? ReadOptional(ref ByteReader reader, ReadScope scope) =>
        ReadFlag(ref reader, "an optional type") ? Read(ref reader, scope) : (ComponentValType?)null;

    public static ComponentValType? ReadResult(ref ByteReader reader, ReadScope scope)
    {
        if (!ReadFlag(ref reader, "a result"))
        {
            return Read(ref reader, scope);
        }

        int start = reader.Position;
        byte count = reader.ReadByte();
        return count == 0 ? null : throw reader.Error($"a function has {count} named results; there are none any more", start);
    }

    /// <summary>Reads a byte that is 0 or 1.</summary>
    public static bool ReadFlag(ref ByteReader reader, string what)
    {
        int start = reader.Position;
        byte flag = reader.ReadByte();
        return flag <= 1 ? flag == 1 : throw reader.Error($"{what} starts with 0x{flag:X2}; expected 0x00 or 0x01", start);
    }

    public static LabeledType ReadLabeled(ref ByteReader reader, ReadScope scope) => new(reader.ReadName(), Read(ref reader, scope));

    public static void Write(ByteWriter writer, ComponentValType type, object user, WriteScope scope)
    {
        if (type.Type is { } definition)
        {
            writer.WriteS64(scope.IndexOf(definition, Sort.Type, user));
        }
        else if (type.Primitive == PrimitiveValType.None)
        {
            throw new InvalidOperationException($"The {user} lacks a type.");
        }
        else
        {
            writer.WriteByte((byte)type.Primitive);
        }
    }

    public static void WriteOptional(ByteWriter writer, ComponentValType? type, object user, WriteScope scope)
    {
        WriteFlag(writer, type is not null);
        if (type is { } value)
        {
            Write(writer, value, user, scope);
        }
    }

    public static void WriteResult(ByteWriter writer, ComponentValType? type, object user, WriteScope scope)
    {
        WriteFlag(writer, type is null);
        if (type is { } value)
        {
            Write(writer, value, user, scope);
        }
        else
        {
            writer.WriteByte(0);
        }
    }

    public static void WriteFlag(ByteWriter writer, bool flag) => writer.WriteByte(flag ? (byte)1 : (byte)0);

    public static void WriteLabeled(ByteWriter writer, LabeledType labeled, object user, WriteScope scope)
    {
        writer.WriteName(labeled.Label);
        Write(writer, labeled.Type, user, scope);
    }
}
