using System.Reflection.Metadata;

namespace Skiff.Linker.Interop;

/// <summary>The types that arguments of <c>[UnmanagedCallersOnly]</c> have: strings and arrays of types.</summary>
internal sealed class AttributeTypes : ICustomAttributeTypeProvider<object?>
{
    public static AttributeTypes Instance { get; } = new();

    public object? GetPrimitiveType(PrimitiveTypeCode typeCode) => null;

    public object? GetSystemType() => typeof(Type);

    public object? GetSZArrayType(object? elementType) => null;

    public object? GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => null;

    public object? GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => null;

    public object? GetTypeFromSerializedName(string name) => null;

    public PrimitiveTypeCode GetUnderlyingEnumType(object? type) => PrimitiveTypeCode.Int32;

    public bool IsSystemType(object? type) => type is Type;
}
