using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Skiff.Linker.Bundling;

namespace Skiff.Linker.Interop;

/// <summary>The metadata of a program's assemblies, read when it is asked for.</summary>
internal sealed class AssemblySet : IDisposable
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _contents = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (PEReader Image, MetadataReader Metadata)> _images = new(StringComparer.OrdinalIgnoreCase);

    public AssemblySet(IEnumerable<BundleEntry> entries)
    {
        foreach (BundleEntry entry in entries.Where(entry => entry.Kind == BundleKind.Assembly))
        {
            _contents.Add(Path.GetFileNameWithoutExtension(entry.Name), entry.Content);
        }
    }

    /// <summary>The metadata of an assembly by its simple name; null if it is none of the program's.</summary>
    public MetadataReader? Find(string name) => FindImage(name)?.Metadata;

    /// <summary>An assembly by its simple name; null if it is none of the program's.</summary>
    public (PEReader Image, MetadataReader Metadata)? FindImage(string name)
    {
        if (!_images.TryGetValue(name, out (PEReader Image, MetadataReader Metadata) known))
        {
            if (!_contents.TryGetValue(name, out ReadOnlyMemory<byte> content))
            {
                return null;
            }

            byte[] bytes = MemoryMarshal.TryGetArray(content, out ArraySegment<byte> array) && array.Count == array.Array!.Length
                ? array.Array
                : content.ToArray();
            PEReader image = new(ImmutableCollectionsMarshal.AsImmutableArray(bytes));
            known = (image, image.GetMetadataReader());
            _images.Add(name, known);
        }

        return known;
    }

    /// <summary>The definition of a type that an assembly refers to; null if it is not among the program's.</summary>
    public (MetadataReader Reader, TypeDefinition Type)? Resolve(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference reference = reader.GetTypeReference(handle);
        string name = reader.GetString(reference.Name);
        switch (reference.ResolutionScope.Kind)
        {
            case HandleKind.TypeReference when Resolve(reader, (TypeReferenceHandle)reference.ResolutionScope) is var (owner, parent):
                foreach (TypeDefinitionHandle nested in parent.GetNestedTypes())
                {
                    TypeDefinition type = owner.GetTypeDefinition(nested);
                    if (owner.StringComparer.Equals(type.Name, name))
                    {
                        return (owner, type);
                    }
                }

                return null;
            case HandleKind.AssemblyReference:
                AssemblyReference assembly = reader.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope);
                return Find(reader.GetString(assembly.Name), reader.GetString(reference.Namespace), name);
            case HandleKind.ModuleDefinition:
                return FindIn(reader, reader.GetString(reference.Namespace), name);
            default:
                return null;
        }
    }

    public void Dispose()
    {
        foreach ((PEReader image, _) in _images.Values)
        {
            image.Dispose();
        }
    }

    private (MetadataReader Reader, TypeDefinition Type)? Find(string assembly, string typeNamespace, string name)
    {
        // Facades forward to facades, but not in circles: as often as there are assemblies is enough.
        for (int hops = 0; hops <= _contents.Count && Find(assembly) is { } reader; hops++)
        {
            if (FindIn(reader, typeNamespace, name) is { } found)
            {
                return found;
            }

            string? next = ForwardedTo(reader, typeNamespace, name);
            if (next is null)
            {
                return null;
            }

            assembly = next;
        }

        return null;
    }

    private static (MetadataReader Reader, TypeDefinition Type)? FindIn(MetadataReader reader, string typeNamespace, string name)
    {
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            if (reader.StringComparer.Equals(type.Name, name) && reader.StringComparer.Equals(type.Namespace, typeNamespace) && !type.IsNested)
            {
                return (reader, type);
            }
        }

        return null;
    }

    private static string? ForwardedTo(MetadataReader reader, string typeNamespace, string name)
    {
        foreach (ExportedTypeHandle handle in reader.ExportedTypes)
        {
            ExportedType type = reader.GetExportedType(handle);
            if (type.Implementation.Kind == HandleKind.AssemblyReference
                && reader.StringComparer.Equals(type.Name, name) && reader.StringComparer.Equals(type.Namespace, typeNamespace))
            {
                return reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.Implementation).Name);
            }
        }

        return null;
    }
}
