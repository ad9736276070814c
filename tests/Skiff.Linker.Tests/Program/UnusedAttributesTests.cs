using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using Skiff.Linker.Program;

namespace Skiff.Linker.Tests.Program;

/// <summary>What the compiler notes of nullable references goes where nothing can read it, and nothing else.</summary>
public sealed class UnusedAttributesTests
{
    // Split, or it would be a literal that names it.
    private static readonly string s_name = "Nullable" + new string("Attribute");
    private static readonly byte[] s_assembly = File.ReadAllBytes(typeof(Skiff.Wasm.Module).Assembly.Location);

    [Fact]
    public void Nothing_else_of_an_assembly_changes()
    {
        byte[] copy = [.. s_assembly];
        int removed = UnusedAttributes.Remove([copy], _ => true);
        Assert.InRange(removed, 10, int.MaxValue);
        string[] before = Attributes(s_assembly);
        string[] after = Attributes(copy);
        Assert.Equal(removed, before.Length - after.Length);
        Assert.Equal(before.Where(attribute => !attribute.Contains(".Nullable", StringComparison.Ordinal)), after);
        Assert.Equal(Rest(s_assembly), Rest(copy));
        Assembly loaded = Assembly.Load(copy);
        Assert.Equal(typeof(Skiff.Wasm.Module).Assembly.GetTypes().Length, loaded.GetTypes().Length);
        Assert.DoesNotContain(loaded.GetTypes().SelectMany(type => type.GetCustomAttributesData()), data => data.AttributeType.Name == s_name);
    }

    [Fact]
    public void Assemblies_that_are_not_of_the_library_stay_as_they_are()
    {
        byte[] copy = [.. s_assembly];
        Assert.Equal(0, UnusedAttributes.Remove([copy], _ => false));
        Assert.Equal(s_assembly, copy);
    }

    [Fact]
    public void What_can_read_them_keeps_them()
    {
        byte[] copy = [.. s_assembly];
        byte[] core = File.ReadAllBytes(Path.Combine(Built.RuntimePack, "managed", "System.Private.CoreLib.dll"));
        Assert.Equal(0, UnusedAttributes.Remove([copy, core], _ => true));
        Assert.Equal(0, UnusedAttributes.Remove([copy, File.ReadAllBytes(typeof(UnusedAttributes).Assembly.Location)], _ => true));
        Assert.Equal(s_assembly, copy);
    }

    private static string[] Attributes(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly));
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.CustomAttributes.Select(metadata.GetCustomAttribute).Select(attribute =>
            $"{MetadataTokens.GetToken(attribute.Parent):x} {Type(metadata, attribute.Constructor)} {Convert.ToHexString(metadata.GetBlobBytes(attribute.Value))}")];
    }

    private static string Type(MetadataReader metadata, EntityHandle constructor)
    {
        EntityHandle type = constructor.Kind == HandleKind.MethodDefinition
            ? metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()
            : metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        return type.Kind == HandleKind.TypeReference
            ? "." + metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name)
            : "." + metadata.GetString(metadata.GetTypeDefinition((TypeDefinitionHandle)type).Name);
    }

    // All rows of all other tables, and the heaps.
    private static string Rest(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly));
        MetadataReader metadata = image.GetMetadataReader();
        ReadOnlySpan<byte> bytes = assembly.AsSpan(image.PEHeaders.MetadataStartOffset, metadata.MetadataLength);
        StringBuilder text = new();
        foreach (TableIndex table in Enum.GetValues<TableIndex>().Where(table => table != TableIndex.CustomAttribute && (int)table < MetadataTokens.TableCount))
        {
            int size = metadata.GetTableRowCount(table) * metadata.GetTableRowSize(table);
            text.AppendLine(size == 0 ? "" : Convert.ToHexString(bytes.Slice(metadata.GetTableMetadataOffset(table), size)));
        }

        foreach (HeapIndex heap in Enum.GetValues<HeapIndex>())
        {
            text.AppendLine(Convert.ToHexString(bytes.Slice(metadata.GetHeapMetadataOffset(heap), metadata.GetHeapSize(heap))));
        }

        return text.ToString();
    }
}
