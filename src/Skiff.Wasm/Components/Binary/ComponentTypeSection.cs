using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>Types (specification: component binary format, type definitions).</summary>
internal static class ComponentTypeSection
{
    private const byte ResourceCode = 0x3F;
    private const byte FunctionCode = 0x40;
    private const byte ComponentCode = 0x41;
    private const byte InstanceCode = 0x42;
    private const byte AsyncFunctionCode = 0x43;
    private const byte MapCode = 0x63;
    private const byte FutureCode = 0x65;
    private const byte StreamCode = 0x66;
    private const byte FixedLengthListCode = 0x67;
    private const byte BorrowCode = 0x68;
    private const byte OwnCode = 0x69;
    private const byte ResultCode = 0x6A;
    private const byte OptionCode = 0x6B;
    private const byte EnumCode = 0x6D;
    private const byte FlagsCode = 0x6E;
    private const byte TupleCode = 0x6F;
    private const byte ListCode = 0x70;
    private const byte VariantCode = 0x71;
    private const byte RecordCode = 0x72;

    public static void Read(ref ByteReader reader, ReadScope scope)
    {
        int start = reader.Position;
        byte code = reader.ReadByte();
        TypeDefinition type = code switch
        {
            ResourceCode => ReadResource(ref reader, scope),
            FunctionCode or AsyncFunctionCode => ReadFunction(ref reader, scope, code == AsyncFunctionCode),
            ComponentCode => ReadComponentType(ref reader, scope),
            InstanceCode => ReadInstanceType(ref reader, scope),
            _ => ReadValueType(ref reader, scope, code, start),
        };
        scope.Add(type, start);
    }

    public static void Write(ByteWriter writer, TypeDefinition type, WriteScope scope)
    {
        switch (type)
        {
            case ResourceType resource:
                writer.WriteByte(ResourceCode);
                TypeCoding.WriteValType(writer, resource.Representation, scope.CoreTypes);
                ValTypeCoding.WriteFlag(writer, resource.Destructor is not null);
                if (resource.Destructor is { } destructor)
                {
                    writer.WriteU32(scope.IndexOf(destructor, Sort.CoreFunction, type));
                }

                break;
            case ComponentFunctionType function:
                writer.WriteByte(function.IsAsync ? AsyncFunctionCode : FunctionCode);
                writer.WriteU32((uint)function.Parameters.Count);
                foreach (LabeledType parameter in function.Parameters)
                {
                    ValTypeCoding.WriteLabeled(writer, parameter, type, scope);
                }

                ValTypeCoding.WriteResult(writer, function.Result, type, scope);
                break;
            case ComponentType component:
                writer.WriteByte(ComponentCode);
                DeclaratorCoding.Write(writer, component.Declarators, allowsImports: true, scope);
                break;
            case InstanceType instance:
                writer.WriteByte(InstanceCode);
                DeclaratorCoding.Write(writer, instance.Declarators, allowsImports: false, scope);
                break;
            default:
                WriteValueType(writer, type, scope);
                break;
        }
    }

    private static ResourceType ReadResource(ref ByteReader reader, ReadScope scope)
    {
        ValType representation = TypeCoding.ReadValType(ref reader, scope.CoreTypes);
        bool hasDestructor = ValTypeCoding.ReadFlag(ref reader, "a destructor");
        return new ResourceType(representation, hasDestructor ? scope.Read(ref reader, Sort.CoreFunction) : null);
    }

    private static ComponentFunctionType ReadFunction(ref ByteReader reader, ReadScope scope, bool isAsync)
    {
        ComponentFunctionType type = new([]) { IsAsync = isAsync };
        int parameters = reader.ReadCount("parameters", bytesPerItem: 2);
        for (int i = 0; i < parameters; i++)
        {
            type.Parameters.Add(ValTypeCoding.ReadLabeled(ref reader, scope));
        }

        type.Result = ValTypeCoding.ReadResult(ref reader, scope);
        return type;
    }

    private static ComponentType ReadComponentType(ref ByteReader reader, ReadScope scope)
    {
        ComponentType type = new();
        DeclaratorCoding.Read(ref reader, allowsImports: true, scope.Enter(ref reader, type.Declarators));
        return type;
    }

    private static InstanceType ReadInstanceType(ref ByteReader reader, ReadScope scope)
    {
        InstanceType type = new();
        DeclaratorCoding.Read(ref reader, allowsImports: false, scope.Enter(ref reader, type.Declarators));
        return type;
    }

    private static TypeDefinition ReadValueType(ref ByteReader reader, ReadScope scope, byte code, int start)
    {
        if (PrimitiveValTypes.FromCode(code) is { } primitive)
        {
            return new PrimitiveType(primitive);
        }

        switch (code)
        {
            case RecordCode:
                RecordType record = new();
                for (int left = reader.ReadCount("fields", bytesPerItem: 2); left > 0; left--)
                {
                    record.Fields.Add(ValTypeCoding.ReadLabeled(ref reader, scope));
                }

                return record;
            case VariantCode:
                VariantType variant = new();
                for (int left = reader.ReadCount("cases", bytesPerItem: 3); left > 0; left--)
                {
                    variant.Cases.Add(ReadCase(ref reader, scope));
                }

                return variant;
            case ListCode:
                return new ListType(ValTypeCoding.Read(ref reader, scope));
            case FixedLengthListCode:
                return new FixedLengthListType(ValTypeCoding.Read(ref reader, scope), reader.ReadU32());
            case MapCode:
                return new MapType(ValTypeCoding.Read(ref reader, scope), ValTypeCoding.Read(ref reader, scope));
            case TupleCode:
                TupleType tuple = new();
                for (int left = reader.ReadCount("fields"); left > 0; left--)
                {
                    tuple.Fields.Add(ValTypeCoding.Read(ref reader, scope));
                }

                return tuple;
            case FlagsCode:
                FlagsType flags = new();
                ReadLabels(ref reader, flags.Labels, "flags");
                return flags;
            case EnumCode:
                EnumType enumeration = new();
                ReadLabels(ref reader, enumeration.Labels, "cases");
                return enumeration;
            case OptionCode:
                return new OptionType(ValTypeCoding.Read(ref reader, scope));
            case ResultCode:
                return new ResultType(ValTypeCoding.ReadOptional(ref reader, scope), ValTypeCoding.ReadOptional(ref reader, scope));
            case OwnCode:
                return new OwnType(scope.Read(ref reader, Sort.Type));
            case BorrowCode:
                return new BorrowType(scope.Read(ref reader, Sort.Type));
            case StreamCode:
                return new StreamType(ValTypeCoding.ReadOptional(ref reader, scope));
            case FutureCode:
                return new FutureType(ValTypeCoding.ReadOptional(ref reader, scope));
            default:
                throw reader.Error($"0x{code:X2} is not a kind of type", start);
        }
    }

    private static VariantCase ReadCase(ref ByteReader reader, ReadScope scope)
    {
        VariantCase result = new(reader.ReadName(), ValTypeCoding.ReadOptional(ref reader, scope));
        int start = reader.Position;
        return reader.ReadByte() == 0 ? result : throw reader.Error("a case refines another; none can any more", start);
    }

    private static void ReadLabels(ref ByteReader reader, List<string> labels, string what)
    {
        for (int left = reader.ReadCount(what); left > 0; left--)
        {
            labels.Add(reader.ReadName());
        }
    }

    private static void WriteValueType(ByteWriter writer, TypeDefinition type, WriteScope scope)
    {
        switch (type)
        {
            case PrimitiveType primitive:
                ValTypeCoding.Write(writer, primitive.Primitive, type, scope);
                break;
            case RecordType record:
                writer.WriteByte(RecordCode);
                writer.WriteU32((uint)record.Fields.Count);
                record.Fields.ForEach(field => ValTypeCoding.WriteLabeled(writer, field, type, scope));
                break;
            case VariantType variant:
                writer.WriteByte(VariantCode);
                writer.WriteU32((uint)variant.Cases.Count);
                foreach (VariantCase item in variant.Cases)
                {
                    writer.WriteName(item.Label);
                    ValTypeCoding.WriteOptional(writer, item.Type, type, scope);
                    writer.WriteByte(0);
                }

                break;
            case ListType list:
                writer.WriteByte(ListCode);
                ValTypeCoding.Write(writer, list.Element, type, scope);
                break;
            case FixedLengthListType list:
                writer.WriteByte(FixedLengthListCode);
                ValTypeCoding.Write(writer, list.Element, type, scope);
                writer.WriteU32(list.Length);
                break;
            case MapType map:
                writer.WriteByte(MapCode);
                ValTypeCoding.Write(writer, map.Key, type, scope);
                ValTypeCoding.Write(writer, map.Value, type, scope);
                break;
            case TupleType tuple:
                writer.WriteByte(TupleCode);
                writer.WriteU32((uint)tuple.Fields.Count);
                tuple.Fields.ForEach(field => ValTypeCoding.Write(writer, field, type, scope));
                break;
            case FlagsType flags:
                WriteLabels(writer, FlagsCode, flags.Labels);
                break;
            case EnumType enumeration:
                WriteLabels(writer, EnumCode, enumeration.Labels);
                break;
            case OptionType option:
                writer.WriteByte(OptionCode);
                ValTypeCoding.Write(writer, option.Value, type, scope);
                break;
            case ResultType result:
                writer.WriteByte(ResultCode);
                ValTypeCoding.WriteOptional(writer, result.Ok, type, scope);
                ValTypeCoding.WriteOptional(writer, result.Error, type, scope);
                break;
            case OwnType own:
                writer.WriteByte(OwnCode);
                writer.WriteU32(scope.IndexOf(own.Resource, Sort.Type, type));
                break;
            case BorrowType borrow:
                writer.WriteByte(BorrowCode);
                writer.WriteU32(scope.IndexOf(borrow.Resource, Sort.Type, type));
                break;
            case StreamType stream:
                writer.WriteByte(StreamCode);
                ValTypeCoding.WriteOptional(writer, stream.Element, type, scope);
                break;
            case FutureType future:
                writer.WriteByte(FutureCode);
                ValTypeCoding.WriteOptional(writer, future.Value, type, scope);
                break;
            default:
                throw new InvalidOperationException($"A {type.Kind} has no binary form.");
        }
    }

    private static void WriteLabels(ByteWriter writer, byte code, List<string> labels)
    {
        writer.WriteByte(code);
        writer.WriteU32((uint)labels.Count);
        labels.ForEach(writer.WriteName);
    }
}
