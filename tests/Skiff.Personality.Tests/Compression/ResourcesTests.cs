using System.IO.Compression;
using System.Text;

namespace Skiff.Personality.Tests.Compression;

public sealed unsafe class ResourcesTests : PersonalityTest
{
    [Fact]
    public void A_resource_that_is_not_compressed_stays_where_it_is()
    {
        fixed (byte* resource = "SKFA, not compressed"u8)
        {
            Assert.True(Get(resource, 20) == resource);
            Assert.True(Get(resource, 2) == resource);
            Assert.True(Get(null, 0) == null);
        }
    }

    [Fact]
    public void A_compressed_one_is_decompressed_once()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1000)));
        using MemoryStream compressed = new();
        using (DeflateStream deflate = new(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(text);
        }

        fixed (byte* resource = (byte[])[.. "SKFZ"u8, .. compressed.ToArray()])
        {
            byte* found = Get(resource, (uint)text.Length);
            Assert.Equal(text, new ReadOnlySpan<byte>(found, text.Length).ToArray());
            Assert.True(Get(resource, (uint)text.Length) == found);
        }
    }

    private static byte* Get(byte* resource, uint size)
    {
        Runtime.Resource = resource;
        Runtime.ResourceSize = size;
        uint given = 0;
        byte* found = ((delegate* unmanaged<void*, void*, uint*, void*, byte*>)&Resources.Get)(null, null, &given, null);
        Assert.Equal(size, given);
        return found;
    }
}
