using System.Buffers.Binary;
using System.Numerics;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Skiff.Linker.Program;

/// <summary>
/// Removes from the base class library what the C# compiler notes of nullable references, nearly half of its custom
/// attributes: <c>NullabilityInfoContext</c> reads it, which the trimmer removes from programs that do not use it, and code
/// that looks for the attributes by their names has these as literals.
/// </summary>
internal static class UnusedAttributes
{
    private const string Namespace = "System.Runtime.CompilerServices";
    private const string Reader = "NullabilityInfoContext";
    private static readonly string[] s_names = ["NullableAttribute", "NullableContextAttribute", "NullablePublicOnlyAttribute"];

    // ECMA-335, II.24.2.6: what precedes the row counts in the stream of metadata tables.
    private const int ValidOffset = 8;
    private const int RowCountsOffset = 24;

    /// <summary>Removes them from assemblies' images, in place; what follows moves up.</summary>
    /// <param name="assemblies">All assemblies of the program.</param>
    /// <param name="isOfLibrary">Whether one is of the base class library.</param>
    /// <returns>How many there were.</returns>
    public static int Remove(IReadOnlyList<byte[]> assemblies, Func<int, bool> isOfLibrary) =>
        assemblies.Any(MayRead) ? 0 : assemblies.Where((_, i) => isOfLibrary(i)).Sum(Remove);

    private static bool MayRead(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly, writable: false));
        MetadataReader metadata = image.GetMetadataReader();
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            if (metadata.StringComparer.Equals(metadata.GetTypeDefinition(handle).Name, Reader))
            {
                return true;
            }
        }

        for (UserStringHandle handle = metadata.GetNextHandle(MetadataTokens.UserStringHandle(0)); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            string literal = metadata.GetUserString(handle);
            if (Array.Exists(s_names, name => literal.Contains(name, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static int Remove(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream([.. assembly], writable: false));
        MetadataReader metadata = image.GetMetadataReader();
        Span<byte> bytes = assembly.AsSpan(image.PEHeaders.MetadataStartOffset, metadata.MetadataLength);
        int rowSize = metadata.GetTableRowSize(TableIndex.CustomAttribute);
        int table = metadata.GetTableMetadataOffset(TableIndex.CustomAttribute);
        int target = table;
        int source = table;
        int removed = 0;
        foreach (CustomAttributeHandle handle in metadata.CustomAttributes)
        {
            if (IsOne(metadata, metadata.GetCustomAttribute(handle).Constructor))
            {
                removed++;
            }
            else
            {
                bytes.Slice(source, rowSize).CopyTo(bytes[target..]);
                target += rowSize;
            }

            source += rowSize;
        }

        if (removed > 0)
        {
            TableIndex[] present = [.. Enumerable.Range(0, MetadataTokens.TableCount).Select(i => (TableIndex)i).Where(i => metadata.GetTableRowCount(i) > 0)];
            int end = metadata.GetTableMetadataOffset(present[^1]) + (metadata.GetTableRowCount(present[^1]) * metadata.GetTableRowSize(present[^1]));
            bytes[source..end].CopyTo(bytes[target..]);
            bytes.Slice(end - (source - target), source - target).Clear();
            SetCount(bytes, metadata.GetTableMetadataOffset(present[0]), metadata.CustomAttributes.Count, removed);
        }

        return removed;
    }

    // The counts of all tables that are there lie before the first one.
    private static void SetCount(Span<byte> metadata, int firstTable, int count, int removed)
    {
        const int bit = (int)TableIndex.CustomAttribute;
        for (int tables = 1; tables <= MetadataTokens.TableCount; tables++)
        {
            int stream = firstTable - (tables * sizeof(uint)) - RowCountsOffset;
            ulong valid = BinaryPrimitives.ReadUInt64LittleEndian(metadata[(stream + ValidOffset)..]);
            Span<byte> place = metadata[(stream + RowCountsOffset + (BitOperations.PopCount(valid & ((1UL << bit) - 1)) * sizeof(uint)))..];
            if (BitOperations.PopCount(valid) == tables && (valid >> bit & 1) == 1 && BinaryPrimitives.ReadInt32LittleEndian(place) == count)
            {
                BinaryPrimitives.WriteInt32LittleEndian(place, count - removed);
                return;
            }
        }

        throw new BadImageFormatException("The metadata does not say how many custom attributes it has where it should.");
    }

    private static bool IsOne(MetadataReader metadata, EntityHandle constructor)
    {
        StringHandle name;
        StringHandle @namespace;
        if (constructor.Kind == HandleKind.MethodDefinition)
        {
            TypeDefinition type = metadata.GetTypeDefinition(metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType());
            (name, @namespace) = (type.Name, type.Namespace);
        }
        else if (metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent)
        {
            TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)parent);
            (name, @namespace) = (type.Name, type.Namespace);
        }
        else
        {
            return false;
        }

        return metadata.StringComparer.Equals(@namespace, Namespace) && Array.Exists(s_names, one => metadata.StringComparer.Equals(name, one));
    }
}
