using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;

namespace Skiff.Linker.Interop;

/// <summary>
/// Turns the types of a signature (ECMA-335, II.23.2) into what crosses the border to native code, as the runtime does it
/// for WebAssembly: addresses and small integers are <c>i32</c>, a struct of one number is that number.
/// </summary>
internal sealed class NativeTypeProvider(AssemblySet assemblies) : ISignatureTypeProvider<NativeType, object?>
{
    private const byte ValueType = 0x11; // ELEMENT_TYPE_VALUETYPE

    public NativeType GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode switch
    {
        PrimitiveTypeCode.Void => NativeType.Void,
        PrimitiveTypeCode.SByte => NativeType.Int8,
        PrimitiveTypeCode.Byte => NativeType.UInt8,
        PrimitiveTypeCode.Int16 => NativeType.Int16,
        PrimitiveTypeCode.UInt16 or PrimitiveTypeCode.Char => NativeType.UInt16,
        PrimitiveTypeCode.Int64 or PrimitiveTypeCode.UInt64 => NativeType.Int64,
        PrimitiveTypeCode.Single => NativeType.Float32,
        PrimitiveTypeCode.Double => NativeType.Float64,
        PrimitiveTypeCode.TypedReference => throw new UnsupportedTypeException("TypedReference"),
        // Strings and objects are passed as addresses of what they are marshalled to.
        _ => NativeType.Int32,
    };

    public NativeType GetPointerType(NativeType elementType) => NativeType.Int32;

    public NativeType GetByReferenceType(NativeType elementType) => NativeType.Int32;

    public NativeType GetSZArrayType(NativeType elementType) => NativeType.Int32;

    public NativeType GetArrayType(NativeType elementType, ArrayShape shape) => NativeType.Int32;

    public NativeType GetFunctionPointerType(MethodSignature<NativeType> signature) => NativeType.Int32;

    public NativeType GetPinnedType(NativeType elementType) => elementType;

    public NativeType GetModifiedType(NativeType modifier, NativeType unmodifiedType, bool isRequired) => unmodifiedType;

    public NativeType GetGenericInstantiation(NativeType genericType, ImmutableArray<NativeType> typeArguments) =>
        throw new UnsupportedTypeException("a generic type");

    public NativeType GetGenericMethodParameter(object? genericContext, int index) => throw new UnsupportedTypeException("a generic type");

    public NativeType GetGenericTypeParameter(object? genericContext, int index) => throw new UnsupportedTypeException("a generic type");

    public NativeType GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public NativeType GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        FromDefinition(reader, reader.GetTypeDefinition(handle), rawTypeKind);

    public NativeType GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        if (assemblies.Resolve(reader, handle) is var (owner, type))
        {
            return FromDefinition(owner, type, rawTypeKind);
        }

        return rawTypeKind == ValueType
            ? throw new UnsupportedTypeException($"{reader.GetString(reader.GetTypeReference(handle).Name)}, which none of the program's assemblies defines")
            : NativeType.Int32;
    }

    private NativeType FromDefinition(MetadataReader reader, TypeDefinition type, byte rawTypeKind)
    {
        string name = reader.GetString(type.Name);
        if (rawTypeKind != ValueType)
        {
            return BaseName(reader, type) is "MulticastDelegate"
                ? throw new UnsupportedTypeException($"the delegate {name}")
                : NativeType.Int32;
        }

        // Marshalled to the handle that it wraps.
        if (name == "HandleRef" && reader.StringComparer.Equals(type.Namespace, "System.Runtime.InteropServices"))
        {
            return NativeType.Int32;
        }

        FieldDefinition[] fields =
        [
            .. type.GetFields().Select(reader.GetFieldDefinition).Where(field => !field.Attributes.HasFlag(FieldAttributes.Static)),
        ];
        return fields is [var single] && type.GetLayout().Size <= 0
            ? single.DecodeSignature(this, null)
            : throw new UnsupportedTypeException($"the struct {name}, which has {fields.Length} fields");
    }

    private static string? BaseName(MetadataReader reader, TypeDefinition type) => type.BaseType.Kind switch
    {
        HandleKind.TypeReference => reader.GetString(reader.GetTypeReference((TypeReferenceHandle)type.BaseType).Name),
        HandleKind.TypeDefinition => reader.GetString(reader.GetTypeDefinition((TypeDefinitionHandle)type.BaseType).Name),
        _ => null,
    };
}
