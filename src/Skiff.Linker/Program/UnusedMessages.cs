using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Skiff.Linker.Program;

/// <summary>
/// Clears the messages of the base class library that its code cannot ask for any more. The trimmer removes the code
/// that asks for a message, but leaves the message. All such code has the message's name, or how it begins or ends, as a
/// string literal.
/// </summary>
internal static class UnusedMessages
{
    private const string CoreMessages = "System.Private.CoreLib.Strings.resources";
    private const int LeastPart = 4;

    /// <summary>Clears them in an assembly's image, in place.</summary>
    /// <returns>How many there were.</returns>
    public static int Clear(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly, writable: false));
        MetadataReader metadata = image.GetMetadataReader();
        HashSet<string>? literals = null;
        int cleared = 0;
        foreach (ManifestResourceHandle handle in metadata.ManifestResources)
        {
            ManifestResource resource = metadata.GetManifestResource(handle);
            if (resource.Implementation.IsNil && IsMessages(metadata.GetString(resource.Name)))
            {
                literals ??= Literals(metadata);
                cleared += MessageTable.Clear(Content(image, assembly, resource), name => IsUsed(name, literals));
            }
        }

        return cleared;
    }

    /// <summary>Whether a resource has the name that the base class library gives the messages of its assemblies.</summary>
    internal static bool IsMessages(string name) =>
        name == CoreMessages
        || (name.StartsWith("FxResources.", StringComparison.Ordinal) && name.EndsWith(".SR.resources", StringComparison.Ordinal));

    /// <summary>The bytes of a resource in its assembly.</summary>
    internal static Span<byte> Content(PEReader image, byte[] assembly, ManifestResource resource)
    {
        int address = image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress;
        SectionHeader section = image.PEHeaders.SectionHeaders[image.PEHeaders.GetContainingSectionIndex(address)];
        int start = section.PointerToRawData + address - section.VirtualAddress + (int)resource.Offset;
        return assembly.AsSpan(start + sizeof(int), BitConverter.ToInt32(assembly, start));
    }

    private static HashSet<string> Literals(MetadataReader metadata)
    {
        HashSet<string> literals = [];
        for (UserStringHandle handle = metadata.GetNextHandle(MetadataTokens.UserStringHandle(0)); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            literals.Add(metadata.GetUserString(handle));
        }

        return literals;
    }

    private static bool IsUsed(string name, HashSet<string> literals)
    {
        if (literals.Contains(name))
        {
            return true;
        }

        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> parts = literals.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int length = LeastPart; length < name.Length; length++)
        {
            if (parts.Contains(name.AsSpan(0, length)) && (name[length - 1] == '_' || name[length] == '_')
                || (parts.Contains(name.AsSpan(name.Length - length)) && name[^length] == '_'))
            {
                return true;
            }
        }

        return false;
    }
}
