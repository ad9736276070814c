using System.Reflection.Metadata;

namespace Skiff.Linker.Interop;

/// <summary>Tells custom attributes by their types.</summary>
internal static class CustomAttributes
{
    /// <summary>Whether an attribute is of a type, in whatever assembly that is.</summary>
    public static bool IsOfType(this CustomAttribute attribute, MetadataReader reader, string typeNamespace, string name)
    {
        switch (attribute.Constructor.Kind)
        {
            case HandleKind.MemberReference:
                EntityHandle parent = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
                if (parent.Kind != HandleKind.TypeReference)
                {
                    return false;
                }

                TypeReference reference = reader.GetTypeReference((TypeReferenceHandle)parent);
                return reader.StringComparer.Equals(reference.Name, name) && reader.StringComparer.Equals(reference.Namespace, typeNamespace);
            case HandleKind.MethodDefinition:
                TypeDefinition type = reader.GetTypeDefinition(reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType());
                return reader.StringComparer.Equals(type.Name, name) && reader.StringComparer.Equals(type.Namespace, typeNamespace);
            default:
                return false;
        }
    }
}
