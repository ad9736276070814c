using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Skiff.Linker.Program;

/// <summary>
/// Compresses the messages of the base class library where they lie. Programs hardly ever need one, and the runtime
/// decompresses them when one is asked for; what follows them is zeros, which cost nothing.
/// </summary>
internal static class CompressedMessages
{
    /// <summary>Compresses them in an assembly's image, in place.</summary>
    public static void Apply(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly, writable: false));
        MetadataReader metadata = image.GetMetadataReader();
        foreach (ManifestResourceHandle handle in metadata.ManifestResources)
        {
            ManifestResource resource = metadata.GetManifestResource(handle);
            if (resource.Implementation.IsNil && UnusedMessages.IsMessages(metadata.GetString(resource.Name)))
            {
                Compress(UnusedMessages.Content(image, assembly, resource));
            }
        }
    }

    /// <summary>What a compressed resource begins with; the personality's <c>Resources</c> knows it.</summary>
    private static ReadOnlySpan<byte> Mark => "SKFZ"u8;

    private static void Compress(Span<byte> content)
    {
        using MemoryStream compressed = new();
        compressed.Write(Mark);
        using (DeflateStream deflate = new(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(content);
        }

        if (compressed.Length < content.Length - content.Count((byte)0))
        {
            content.Clear();
            compressed.GetBuffer().AsSpan(0, (int)compressed.Length).CopyTo(content);
        }
    }
}
