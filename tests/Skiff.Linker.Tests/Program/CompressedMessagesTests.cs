using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Skiff.Linker.Program;

namespace Skiff.Linker.Tests.Program;

/// <summary>Messages are compressed in their place, and nothing else.</summary>
public sealed class CompressedMessagesTests
{
    [Fact]
    public void Nothing_but_the_messages_changes_and_they_can_be_decompressed()
    {
        byte[] core = File.ReadAllBytes(Path.Combine(Built.RuntimePack, "managed", "System.Private.CoreLib.dll"));
        byte[] copy = [.. core];
        CompressedMessages.Apply(copy);

        using PEReader image = new(new MemoryStream(core, writable: false));
        MetadataReader metadata = image.GetMetadataReader();
        ManifestResource messages = metadata.ManifestResources.Select(metadata.GetManifestResource)
            .Single(resource => UnusedMessages.IsMessages(metadata.GetString(resource.Name)));
        byte[] content = UnusedMessages.Content(image, core, messages).ToArray();
        Span<byte> compressed = UnusedMessages.Content(image, copy, messages);
        Assert.Equal("SKFZ"u8, compressed[..4]);
        Assert.True(compressed.TrimEnd((byte)0).Length < content.Length / 2);
        using DeflateStream deflate = new(new MemoryStream(compressed[4..].ToArray()), CompressionMode.Decompress);
        using MemoryStream decompressed = new();
        deflate.CopyTo(decompressed);
        Assert.Equal(content, decompressed.ToArray());

        content.CopyTo(compressed);
        Assert.Equal(core, copy);
    }

    [Fact]
    public void Resources_of_other_assemblies_stay_as_they_are()
    {
        byte[] bytes = File.ReadAllBytes(typeof(CompressedMessagesTests).Assembly.Location);
        byte[] copy = [.. bytes];
        CompressedMessages.Apply(copy);
        Assert.Equal(bytes, copy);
    }
}
