namespace Skiff.Wasm.Binary;

/// <summary>Element segments (specification: binary format, element section).</summary>
internal static class ElementSection
{
    private const uint PassiveOrDeclarative = 1;
    private const uint ExplicitTableOrDeclarative = 2;
    private const uint Expressions = 4;

    /// <summary>The type of segments given as functions: never null.</summary>
    private static ValType Functions => ValType.Reference(AbstractHeapType.Func, nullable: false);

    public static void Read(ref ByteReader reader, ModuleDecoder decoder)
    {
        int count = reader.ReadCount("element segments", bytesPerItem: 2);
        for (int i = 0; i < count; i++)
        {
            decoder.Module.ElementSegments.Add(ReadSegment(ref reader, decoder));
        }
    }

    public static void Write(ByteWriter writer, ModuleEncoder encoder)
    {
        List<ElementSegment> segments = encoder.Module.ElementSegments;
        if (segments.Count == 0)
        {
            return;
        }

        writer.WriteU32((uint)segments.Count);
        foreach (ElementSegment segment in segments)
        {
            WriteSegment(writer, segment, encoder);
        }
    }

    private static ElementSegment ReadSegment(ref ByteReader reader, ModuleDecoder decoder)
    {
        int start = reader.Position;
        uint flags = reader.ReadU32();
        if (flags > 7)
        {
            throw reader.Error($"{flags} are not flags of an element segment", start);
        }

        bool isActive = (flags & PassiveOrDeclarative) == 0;
        bool hasExpressions = (flags & Expressions) != 0;
        Table? table = null;
        ConstantExpression? offset = null;
        if (isActive)
        {
            if ((flags & ExplicitTableOrDeclarative) != 0)
            {
                table = decoder.Table(ref reader);
            }
            else
            {
                table = decoder.Module.Tables.Count > 0
                    ? decoder.Module.Tables[0]
                    : throw reader.Error("an element segment is for table 0, but there is no table", start);
            }

            offset = decoder.Instructions.ReadConstant(ref reader);
        }

        ValType type = hasExpressions ? ValType.FuncRef : Functions;
        if ((flags & 3) != 0)
        {
            int at = reader.Position;
            if (hasExpressions)
            {
                type = TypeCoding.ReadReferenceType(ref reader, decoder);
            }
            else if (reader.ReadByte() != 0)
            {
                throw reader.Error("the kind of an element segment is not zero", at);
            }
        }

        ElementSegment segment = new(type, isDeclarative: (flags & 3) == 3) { Table = table, Offset = offset };
        int count = reader.ReadCount("elements");
        segment.Items.Capacity = count;
        for (int i = 0; i < count; i++)
        {
            segment.Items.Add(hasExpressions
                ? decoder.Instructions.ReadConstant(ref reader)
                : ConstantExpression.Function(decoder.Function(ref reader)));
        }

        return segment;
    }

    private static void WriteSegment(ByteWriter writer, ElementSegment segment, ModuleEncoder encoder)
    {
        bool hasExpressions = !CanWriteAsFunctions(segment);
        bool isFirstTable = segment.Table is not null && encoder.Tables.IndexOf(segment.Table, segment) == 0;

        // Without an explicit table or type a segment of expressions is one of funcref.
        bool isShort = isFirstTable && (!hasExpressions || segment.ElementType == ValType.FuncRef);
        uint flags = hasExpressions ? Expressions : 0;
        if (segment.Table is null)
        {
            flags |= PassiveOrDeclarative | (segment.IsDeclarative ? ExplicitTableOrDeclarative : 0);
        }
        else if (!isShort)
        {
            flags |= ExplicitTableOrDeclarative;
        }

        writer.WriteU32(flags);
        if (segment.Table is { } table)
        {
            if (!isShort)
            {
                writer.WriteU32(encoder.Tables.IndexOf(table, segment));
            }

            encoder.Instructions.WriteConstant(
                writer,
                segment.Offset ?? throw new InvalidOperationException($"The active {segment} has no offset."),
                segment);
        }

        if (!isShort)
        {
            if (hasExpressions)
            {
                TypeCoding.WriteValType(writer, segment.ElementType, encoder);
            }
            else
            {
                writer.WriteByte(0);
            }
        }

        writer.WriteU32((uint)segment.Items.Count);
        foreach (ConstantExpression item in segment.Items)
        {
            if (hasExpressions)
            {
                encoder.Instructions.WriteConstant(writer, item, segment);
            }
            else
            {
                writer.WriteU32(encoder.Functions.IndexOf(item.FunctionValue!, segment));
            }
        }
    }

    private static bool CanWriteAsFunctions(ElementSegment segment)
    {
        if (!segment.ElementType.IsReference || segment.ElementType.HeapType != AbstractHeapType.Func)
        {
            return false;
        }

        foreach (ConstantExpression item in segment.Items)
        {
            if (item.FunctionValue is null)
            {
                return false;
            }
        }

        return true;
    }
}
