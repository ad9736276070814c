namespace Skiff.Personality.Tests.Files;

public sealed class DescriptorsTests : PersonalityTest
{
    private const int Duplicate = 0;
    private const int DuplicateCloseOnExec = 1030;
    private const int GetFlags = 3;
    private const int SetFlags = 4;

    public DescriptorsTests()
    {
        FakeFile root = Host.Preopen("/");
        Host.AddFile(root, "a", "0123456789");
        Host.AddFile(root, "b");
        Host.Start();
    }

    [Fact]
    public void Descriptors_are_the_lowest_that_are_free()
    {
        Assert.Equal(3, SystemCalls.Open("/a"));
        Assert.Equal(4, SystemCalls.Open("/b"));
        Assert.Equal(0, SystemCalls.Close(3));
        Assert.Equal(3, SystemCalls.Open("/b"));
    }

    [Fact]
    public void Duplicates_share_the_position_and_close_the_host_once()
    {
        int open = Host.Descriptors.Count;
        int fd = SystemCalls.Open("/a");
        int other = SystemCalls.Fcntl(fd, DuplicateCloseOnExec, 0);
        Assert.Equal(4, other);
        Assert.Equal(0, SystemCalls.Read(fd, out string first, 4));
        Assert.Equal(0, SystemCalls.Read(other, out string second, 4));
        Assert.Equal("0123" + "4567", first + second);
        Assert.Equal(0, SystemCalls.Close(fd));
        Assert.Equal(open + 1, Host.Descriptors.Count);
        Assert.Equal(0, SystemCalls.Read(other, out string third));
        Assert.Equal("89", third);
        Assert.Equal(0, SystemCalls.Close(other));
        Assert.Equal(open, Host.Descriptors.Count);
        Assert.Equal(Errno.BadDescriptor, SystemCalls.Close(other));
    }

    [Fact]
    public void A_duplicate_may_ask_for_a_minimum()
    {
        Assert.Equal(100, SystemCalls.Fcntl(1, Duplicate, 100));
        Assert.Equal(101, SystemCalls.Fcntl(1, Duplicate, 100));
        Assert.Equal(-Errno.Invalid, SystemCalls.Fcntl(1, Duplicate, -1));
        Assert.Equal(-Errno.Invalid, SystemCalls.Fcntl(1, Duplicate, int.MaxValue));
    }

    [Fact]
    public void Closing_a_standard_stream_keeps_the_hosts_own()
    {
        Assert.Equal(0, SystemCalls.Close(1));
        Assert.Equal(-Errno.BadDescriptor, SystemCalls.Write(1, "x"));
        Assert.Equal(1, SystemCalls.Open("/a"));
        Assert.True(Host.Descriptors.ContainsKey(1));
    }

    [Fact]
    public void Thousands_can_be_open_and_no_more_than_the_limit()
    {
        int last = 0;
        for (int fd = 3; fd < Descriptors.Limit; fd++)
        {
            last = SystemCalls.Fcntl(0, Duplicate, fd);
        }

        Assert.Equal(Descriptors.Limit - 1, last);
        Assert.Equal(-Errno.TooManyDescriptors, SystemCalls.Open("/a"));
        Assert.Equal(4, Host.Descriptors.Count);
    }

    [Fact]
    public void Flags_are_kept_and_changed_on_the_host()
    {
        int fd = SystemCalls.Open("/a", OpenFlags.ReadWrite | OpenFlags.Append);
        Assert.Equal((int)(OpenFlags.ReadWrite | OpenFlags.Append), SystemCalls.Fcntl(fd, GetFlags));
        Assert.Equal(0, SystemCalls.Fcntl(fd, SetFlags, (int)OpenFlags.NonBlocking));
        Assert.Equal((int)(OpenFlags.ReadWrite | OpenFlags.NonBlocking), SystemCalls.Fcntl(fd, GetFlags));
#if !WASI02 // Its hosts know no flags that could change.
        Assert.Equal(FdStat.NonBlocking, Host.Descriptors[4].Flags);
#endif
    }

    [Fact]
    public void Numbers_that_are_no_descriptors_are_refused()
    {
        foreach (int fd in new[] { -1, 3, 64, int.MaxValue, int.MinValue })
        {
            Assert.Equal(Errno.BadDescriptor, SystemCalls.Close(fd));
            Assert.Equal(Errno.BadDescriptor, SystemCalls.Read(fd, out _));
            Assert.Equal(-Errno.BadDescriptor, SystemCalls.Fcntl(fd, GetFlags));
            Assert.Equal(-Errno.BadDescriptor, SystemCalls.Ioctl(fd, 0));
            Assert.Equal(-Errno.BadDescriptor, SystemCalls.Stat(fd, out _));
            Assert.Equal(-Errno.BadDescriptor, SystemCalls.GetEntries(fd, 100));
            Assert.Equal(-1, SystemCalls.FLock(fd, 1));
        }
    }

    [Fact]
    public void Without_memory_the_hosts_descriptor_is_closed_again()
    {
        int open = Host.Descriptors.Count;
        Runtime.Available = 8;
        Assert.Equal(-Errno.NoMemory, SystemCalls.Open("/a"));
        Assert.Equal(open, Host.Descriptors.Count);
    }

    [Fact]
    public void Locks_exclude_each_other_between_descriptions()
    {
        const int shared = 1, exclusive = 2, nonBlocking = 4, unlock = 8;
        int first = SystemCalls.Open("/a");
        int second = SystemCalls.Open("/a");
        Assert.Equal(0, SystemCalls.FLock(first, exclusive | nonBlocking));
        Assert.Equal(-1, SystemCalls.FLock(second, shared | nonBlocking));
        Assert.Equal(Errno.Again, Runtime.Errno);
        Assert.Equal(-1, SystemCalls.FLock(second, shared));
        Assert.Equal(Errno.WouldDeadlock, Runtime.Errno);
        Assert.Equal(0, SystemCalls.FLock(SystemCalls.Open("/b"), exclusive | nonBlocking));
        Assert.Equal(0, SystemCalls.FLock(SystemCalls.Fcntl(first, Duplicate), shared));
        Assert.Equal(0, SystemCalls.FLock(second, shared | nonBlocking));
        Assert.Equal(-1, SystemCalls.FLock(second, exclusive | nonBlocking));
        Assert.Equal(0, SystemCalls.FLock(first, unlock));
        Assert.Equal(0, SystemCalls.FLock(second, exclusive | nonBlocking));
        Assert.Equal(0, SystemCalls.Close(second));
        Assert.Equal(0, SystemCalls.FLock(first, exclusive | nonBlocking));
    }
}
