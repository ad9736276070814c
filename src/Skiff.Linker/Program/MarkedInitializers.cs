using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Skiff.Linker.Program;

/// <summary>
/// The methods that a program marks <c>[SnapshotInitializer]</c>. The attribute is known by its name, so that any
/// assembly may declare its own.
/// </summary>
internal static class MarkedInitializers
{
    private const string AttributeNamespace = "Skiff";
    private const string AttributeName = "SnapshotInitializerAttribute";

    /// <summary>The marked methods of an assembly, as <c>Namespace.Type.Method</c>, in the order of its metadata.</summary>
    public static IReadOnlyList<string> Find(ReadOnlyMemory<byte> assembly)
    {
        using PEReader file = new(new MemoryStream(assembly.ToArray(), writable: false));
        MetadataReader metadata = file.GetMetadataReader();
        List<string> methods = [];
        foreach (CustomAttributeHandle handle in metadata.CustomAttributes)
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Parent.Kind == HandleKind.MethodDefinition && IsMark(metadata, attribute.Constructor))
            {
                MethodDefinition method = metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Parent);
                methods.Add($"{FullName(metadata, method.GetDeclaringType())}.{metadata.GetString(method.Name)}");
            }
        }

        return methods;
    }

    private static bool IsMark(MetadataReader metadata, EntityHandle constructor)
    {
        EntityHandle type = constructor.Kind == HandleKind.MethodDefinition
            ? metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()
            : metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        return type.Kind switch
        {
            HandleKind.TypeDefinition when metadata.GetTypeDefinition((TypeDefinitionHandle)type) is var definition =>
                IsMark(metadata, definition.Namespace, definition.Name),
            HandleKind.TypeReference when metadata.GetTypeReference((TypeReferenceHandle)type) is var reference =>
                IsMark(metadata, reference.Namespace, reference.Name),
            _ => false,
        };
    }

    private static bool IsMark(MetadataReader metadata, StringHandle space, StringHandle name) =>
        metadata.StringComparer.Equals(name, AttributeName) && metadata.StringComparer.Equals(space, AttributeNamespace);

    private static string FullName(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        string name = metadata.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{FullName(metadata, outer)}+{name}"
            : type.Namespace.IsNil ? name
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
