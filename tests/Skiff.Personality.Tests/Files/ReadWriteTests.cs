using System.Text;

namespace Skiff.Personality.Tests.Files;

public sealed class ReadWriteTests : PersonalityTest
{
    private readonly FakeFile _file;

    public ReadWriteTests()
    {
        _file = Host.AddFile(Host.Preopen("/"), "file", "0123456789");
        Host.Start();
    }

    [Fact]
    public void Positioned_reads_and_writes_leave_the_position()
    {
        int fd = SystemCalls.Open("/file", OpenFlags.ReadWrite);
        Assert.Equal("56789", SystemCalls.ReadAt(fd, 5));
        Assert.Equal(3, SystemCalls.WriteAt(fd, "abc", 9));
        Assert.Equal("012345678abc", Encoding.UTF8.GetString(_file.Content));
        Assert.Equal(0, SystemCalls.Seek(fd, 0, 1));
        Assert.Equal(12, SystemCalls.Seek(fd, 0, 2));
        Assert.Equal(-Errno.Invalid, SystemCalls.Seek(fd, -1, 0));
        Assert.Equal(-Errno.InvalidSeek, SystemCalls.Seek(0, 0, 0));
    }

    [Fact]
    public void Truncating_needs_a_descriptor_for_writing()
    {
        int fd = SystemCalls.Open("/file", OpenFlags.WriteOnly);
        Assert.Equal(0, SystemCalls.Truncate(fd, 3));
        Assert.Equal("012", Encoding.UTF8.GetString(_file.Content));
        Assert.Equal(0, SystemCalls.Truncate(fd, 5));
        Assert.Equal("012\0\0", Encoding.UTF8.GetString(_file.Content));
        Assert.Equal(-Errno.Invalid, SystemCalls.Truncate(fd, -1));
        Assert.Equal(-Errno.Invalid, SystemCalls.Truncate(SystemCalls.Open("/file"), 0));
    }

    [Fact]
    public void A_stream_that_is_not_ready_is_waited_for()
    {
        Host.Input.Enqueue("line\n"u8.ToArray());
        Host.StreamErrors.Enqueue(Errno.Again);
        Assert.Equal(0, SystemCalls.Read(0, out string text));
        Assert.Equal("line\n", text);
        Host.StreamErrors.Enqueue(Errno.Again);
        Host.StreamErrors.Enqueue(Errno.Again);
        Assert.Equal(5, SystemCalls.Write(1, "hello"));
        Assert.Equal("hello", Host.Output.ToString());
        Assert.Equal(3, Host.Waits);
    }

    [Fact]
    public void A_program_that_does_not_want_to_wait_is_told()
    {
        Assert.Equal(0, SystemCalls.Fcntl(0, 4, (int)OpenFlags.NonBlocking));
        Host.StreamErrors.Enqueue(Errno.Again);
        Assert.Equal(Errno.Again, SystemCalls.Read(0, out _));
    }

    [Fact]
    public void Streams_write_where_they_belong()
    {
        Assert.Equal(3, SystemCalls.Write(1, "out"));
        Assert.Equal(3, SystemCalls.Write(2, "err"));
        Assert.Equal(("out", "err"), (Host.Output.ToString(), Host.Errors.ToString()));
        Assert.Equal(0, SystemCalls.Read(0, out string end));
        Assert.Equal("", end);
    }
}
