using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Skiff.Linker.Interop;

namespace Skiff.Linker.Components;

/// <summary>Reads the worlds that the generator of bindings has left in an assembly (docs/architecture.md, "Components").</summary>
internal static class AssemblyWorlds
{
    /// <summary>The key of the assembly's metadata.</summary>
    public const string Key = "Skiff.World";

    /// <summary>
    /// Takes the worlds out of an assembly's image, in place: they are for the linker. The metadata stays, with the text as
    /// an empty string.
    /// </summary>
    /// <param name="name">The assembly's simple name.</param>
    /// <param name="assembly">Its image.</param>
    /// <returns>The worlds, in the order of the metadata.</returns>
    /// <exception cref="AppLinkException">A world is not written as it should be.</exception>
    public static IReadOnlyList<AssemblyWorld> Take(string name, byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly, writable: false));
        MetadataReader reader = image.GetMetadataReader();
        (BlobHandle Blob, string Value)[] found = [.. Find(reader)];
        int blobs = image.PEHeaders.MetadataStartOffset + reader.GetHeapMetadataOffset(HeapIndex.Blob);
        foreach ((BlobHandle blob, _) in found)
        {
            BlobReader content = reader.GetBlobReader(blob);
            int size = content.Length;
            // The head of a blob is its length, in one, two or four bytes (ECMA-335, II.24.2.4).
            int start = blobs + reader.GetHeapOffset(blob) + (size < 0x80 ? 1 : size < 0x4000 ? 2 : 4);
            _ = content.ReadUInt16();
            _ = content.ReadSerializedString();
            assembly.AsSpan(start + content.Offset, size - content.Offset).Clear();
        }

        return [.. found.Select(item => Parse(name, item.Value))];
    }

    private static AssemblyWorld Parse(string assembly, string value)
    {
        int line = value.IndexOf('\n', StringComparison.Ordinal);
        return line > 0
            ? new AssemblyWorld(assembly, value[..line].TrimEnd('\r'), value[(line + 1)..])
            : throw new AppLinkException(
                LinkError.InvalidWorld, $"the metadata {Key} of the assembly {assembly} is not the name of a world, a line break and WIT text; build it again with this version of Skiff.Sdk");
    }

    private static IEnumerable<(BlobHandle Blob, string Value)> Find(MetadataReader reader)
    {
        if (!reader.IsAssembly)
        {
            yield break;
        }

        foreach (CustomAttributeHandle handle in reader.GetAssemblyDefinition().GetCustomAttributes())
        {
            CustomAttribute attribute = reader.GetCustomAttribute(handle);
            if (attribute.IsOfType(reader, "System.Reflection", "AssemblyMetadataAttribute")
                && attribute.DecodeValue(AttributeTypes.Instance).FixedArguments is [{ Value: Key }, { Value: string { Length: > 0 } value }])
            {
                yield return (attribute.Value, value);
            }
        }
    }
}
