namespace Skiff.Personality.Tests.Files;

public sealed class NamesTests : PersonalityTest
{
    private readonly FakeFile _root;
    private readonly FakeFile _other;

    public NamesTests()
    {
        _root = Host.Preopen("/");
        _other = Host.Preopen("/other");
        Host.AddFile(_root, "dir/file", "content");
        Host.AddFile(_root, "dir/deep/file");
        Host.Start();
    }

    [Fact]
    public void Directories_are_made_and_removed()
    {
        Assert.Equal(0, SystemCalls.MakeDirectory("/new"));
        Assert.Equal(0, SystemCalls.MakeDirectory("/new/below/"));
        Assert.Equal(-Errno.Exists, SystemCalls.MakeDirectory("/new"));
        Assert.Equal(-55, SystemCalls.RemoveDirectory("/new"));
        Assert.Equal(0, SystemCalls.Unlink("/new/below", 0x200));
        Assert.Equal(0, SystemCalls.RemoveDirectory("/new"));
        Assert.Equal(-Errno.NoEntry, SystemCalls.RemoveDirectory("/new"));
        Assert.Equal(-Errno.NotDirectory, SystemCalls.RemoveDirectory("/dir/file"));
    }

    [Fact]
    public void Files_are_unlinked()
    {
        Assert.Equal(-Errno.IsDirectory, SystemCalls.Unlink("/dir"));
        Assert.Equal(-Errno.NotDirectory, SystemCalls.Unlink("/dir/file/"));
        Assert.Equal(0, SystemCalls.Unlink("/dir/file"));
        Assert.Equal(-Errno.NoEntry, SystemCalls.Unlink("/dir/file"));
        Assert.Equal(-Errno.Invalid, SystemCalls.Unlink("/dir/deep/file", 1));
    }

    [Fact]
    public void Names_move_within_a_mount_only()
    {
        Assert.Equal(0, SystemCalls.Rename("/dir/file", "/dir/deep/moved"));
        Assert.Equal(0, SystemCalls.Stat("/dir/deep/moved", out Stat64 stat));
        Assert.Equal(7UL, stat.Size);
        Assert.Equal(-Errno.CrossDevice, SystemCalls.Rename("/dir/deep/moved", "/other/moved"));
        Assert.Equal(-Errno.Busy, SystemCalls.Rename("/other", "/moved"));
        Assert.Equal(-Errno.Busy, SystemCalls.Rename("/dir", "/other"));
        Assert.Equal(-Errno.NoEntry, SystemCalls.Rename("/none", "/some"));
    }

    [Fact]
    public void Hard_links_set_errno()
    {
        Assert.Equal(0, SystemCalls.Link("/dir/file", "/linked"));
        Assert.Equal(0, SystemCalls.Stat("/linked", out Stat64 stat));
        Assert.Equal(2U, stat.Links);
        Assert.Equal(-1, SystemCalls.Link("/dir/file", "/linked"));
        Assert.Equal(Errno.Exists, Runtime.Errno);
        Assert.Equal(-1, SystemCalls.Link("/dir/file", "/other/linked"));
        Assert.Equal(Errno.CrossDevice, Runtime.Errno);
        Assert.Equal(-1, SystemCalls.Link("/none", "/linked2"));
        Assert.Equal(Errno.NoEntry, Runtime.Errno);
    }

    [Fact]
    public void Symbolic_links_are_made_and_read()
    {
        Assert.Equal(0, SystemCalls.MakeSymbolicLink("file", "/dir/link"));
        Assert.Equal(4, SystemCalls.ReadLink("/dir/link", out string target));
        Assert.Equal("file", target);
        Assert.Equal(0, SystemCalls.Stat("/dir/link", out Stat64 stat));
        Assert.Equal(7UL, stat.Size);
        Assert.Equal(-Errno.Exists, SystemCalls.MakeSymbolicLink("x", "/dir/link"));
        Assert.Equal(-Errno.NoEntry, SystemCalls.MakeSymbolicLink("", "/dir/empty"));
        Assert.Equal(-Errno.Invalid, SystemCalls.ReadLink("/dir/file", out _));
        Assert.Equal(-Errno.NoEntry, SystemCalls.ReadLink("/none", out _));
    }

    [Theory]
    [InlineData("/dir/deep/link", "/dir/file", "../file")]
    [InlineData("/dir/deep/link", "/dir/deep/file", "file")]
    [InlineData("/dir/deep/link", "/top", "../../top")]
    [InlineData("/link", "/dir/file", "dir/file")]
    [InlineData("/dir/link", "/dir", ".")]
    [InlineData("/dir/deep/link", "/dir", "..")]
    [InlineData("/dir/link", "/directory/../dir2/x", "../dir2/x")]
    public void An_absolute_target_that_the_host_refuses_becomes_relative(string link, string target, string expected)
    {
        Host.RefusesAbsoluteLinks = true;
        Assert.Equal(0, SystemCalls.MakeSymbolicLink(target, link));
        SystemCalls.ReadLink(link, out string written);
        Assert.Equal(expected, written.TrimEnd('/'));
    }

    [Fact]
    public void An_absolute_target_in_another_mount_stays_refused()
    {
        Host.RefusesAbsoluteLinks = true;
        Host.AddFile(_other, "file");
        Assert.Equal(-Errno.NotPermitted, SystemCalls.MakeSymbolicLink("/other/file", "/link"));
    }

    [Fact]
    public void Times_are_set_left_or_taken_from_the_clock()
    {
        const int now = 0x3FFFFFFF, omit = 0x3FFFFFFE;
        FakeFile file = _root.Children["dir"].Children["file"];
        Assert.Equal(0, SystemCalls.SetTimes("/dir/file", new() { Seconds = 5, Nanoseconds = 6 }, new() { Nanoseconds = omit }));
        Assert.Equal((5_000_000_006UL, 2_000_000_002UL), (file.Accessed, file.Modified));
        Assert.Equal(0, SystemCalls.SetTimes("/dir/file", new() { Nanoseconds = omit }, new() { Nanoseconds = now }));
        Assert.Equal((5_000_000_006UL, Host.Now), (file.Accessed, file.Modified));
        int fd = SystemCalls.Open("/dir/file");
        Assert.Equal(0, SystemCalls.SetTimes(null, new() { Seconds = 1 }, new() { Seconds = 18_000_000_000 }, fd));
        Assert.Equal((1_000_000_000UL, 18_000_000_000_000_000_000UL), (file.Accessed, file.Modified));
        Assert.Equal(-Errno.BadDescriptor, SystemCalls.SetTimes(null, default, default, 99));
        Assert.Equal(-Errno.NoEntry, SystemCalls.SetTimes("/none", default, default));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 1_000_000_000)]
    [InlineData(long.MaxValue, 0)]
    [InlineData(18_446_744_074, 0)]
    public void Times_that_WASI_cannot_say_are_invalid(long seconds, int nanoseconds) => Assert.Equal(
        -Errno.Invalid,
        SystemCalls.SetTimes("/dir/file", new() { Seconds = seconds, Nanoseconds = nanoseconds }, default));
}
