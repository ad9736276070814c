using System.Text;

namespace Skiff.Personality.Tests.Files;

public sealed unsafe class MappingTests : PersonalityTest
{
    private const int Read = 1;
    private const int Write = 2;
    private const int Shared = 1;
    private const int Private = 2;

    private readonly FakeFile _file;

    public MappingTests()
    {
        _file = Host.AddFile(Host.Preopen("/"), "file", "0123456789");
        Host.Start();
    }

    [Fact]
    public void A_mapping_has_the_files_bytes_and_zeros_after_them()
    {
        int fd = SystemCalls.Open("/file");
        Assert.Equal(0, Map(16, Read, Private, fd, 4, out byte* address));
        Assert.Equal("456789\0\0\0\0\0\0\0\0\0\0", Encoding.UTF8.GetString(address, 16));
        Assert.Equal(0, Unmap(address, 16, Read, Private, fd, 4));
        Runtime.Free(address);
    }

    [Fact]
    public void A_shared_mapping_is_written_back_even_after_its_descriptor_is_closed()
    {
        int fd = SystemCalls.Open("/file", OpenFlags.ReadWrite);
        int hosts = Host.Descriptors.Count;
        Assert.Equal(0, Map(16, Read | Write, Shared, fd, 0, out byte* address));
        Assert.Equal(0, SystemCalls.Close(fd));
        Assert.Equal(hosts, Host.Descriptors.Count);
        address[0] = (byte)'A';
        address[12] = (byte)'Z';
        Assert.Equal(0, ((delegate* unmanaged<byte*, uint, int, int, int, ulong, int>)&Mapping.Synchronize)(address, 16, Write, Shared, fd, 0));
        Assert.Equal("A123456789", Encoding.UTF8.GetString(_file.Content));
        address[1] = (byte)'B';
        Assert.Equal(0, Unmap(address, 16, Write, Shared, fd, 0));
        Runtime.Free(address);
        Assert.Equal("AB23456789", Encoding.UTF8.GetString(_file.Content));
        Assert.Equal(hosts - 1, Host.Descriptors.Count);
    }

    [Fact]
    public void A_private_mapping_is_not_written_back()
    {
        int fd = SystemCalls.Open("/file", OpenFlags.ReadWrite);
        Assert.Equal(0, Map(10, Read | Write, Private, fd, 0, out byte* address));
        address[0] = (byte)'A';
        Assert.Equal(0, Unmap(address, 10, Write, Private, fd, 0));
        Runtime.Free(address);
        Assert.Equal("0123456789", Encoding.UTF8.GetString(_file.Content));
    }

    [Fact]
    public void What_cannot_be_mapped_says_why()
    {
        int fd = SystemCalls.Open("/file");
        Assert.Equal(-Errno.BadDescriptor, Map(10, Read, Private, 99, 0, out _));
        Assert.Equal(-Errno.Access, Map(10, Read | Write, Shared, fd, 0, out _));
        Assert.Equal(-Errno.Access, Map(10, Read, Private, SystemCalls.Open("/"), 0, out _));
        Assert.Equal(-Errno.Access, Map(10, Read, Private, SystemCalls.Open("/file", OpenFlags.WriteOnly), 0, out _));
        Runtime.Available = 5;
        Assert.Equal(-Errno.NoMemory, Map(10, Read, Private, fd, 0, out _));
    }

    private static int Map(uint length, int protection, int flags, int fd, ulong offset, out byte* address)
    {
        int allocated = 0;
        byte* result = null;
        int errno = ((delegate* unmanaged<uint, int, int, int, ulong, int*, byte**, int>)&Mapping.Map)(length, protection, flags, fd, offset, &allocated, &result);
        address = result;
        Assert.Equal(errno == 0 ? 1 : 0, allocated);
        return errno;
    }

    private static int Unmap(byte* address, uint length, int protection, int flags, int fd, ulong offset) =>
        ((delegate* unmanaged<byte*, uint, int, int, int, ulong, int>)&Mapping.Unmap)(address, length, protection, flags, fd, offset);
}
