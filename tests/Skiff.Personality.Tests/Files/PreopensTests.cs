namespace Skiff.Personality.Tests.Files;

public sealed class PreopensTests : PersonalityTest
{
    [Fact]
    public void The_longest_mount_point_wins()
    {
        Host.AddFile(Host.Preopen("/data"), "sub/file", "outer");
        Host.AddFile(Host.Preopen("/data/sub"), "file", "inner");
        Host.Start();
        Assert.Equal(0, SystemCalls.Read(SystemCalls.Open("/data/sub/file"), out string text));
        Assert.Equal("inner", text);
    }

    [Fact]
    public void A_name_that_only_begins_like_a_mount_point_is_not_in_it()
    {
        Host.AddFile(Host.Preopen("/data"), "x");
        Host.Start();
        Assert.Equal(-Errno.NoEntry, SystemCalls.Open("/database/x"));
        Assert.Equal(-Errno.NoEntry, SystemCalls.Open("/dat"));
    }

    [Theory]
    [InlineData(".", "file")]
    [InlineData(".", "/file")]
    [InlineData("data", "data/file")]
    [InlineData("./data", "/data/file")]
    [InlineData("../data", "../data/file")]
    [InlineData("/", "/file")]
    public void Every_kind_of_guest_name_is_mounted(string preopen, string path)
    {
        Host.AddFile(Host.Preopen(preopen), "file", "here");
        Host.Start();
        Assert.Equal(0, SystemCalls.Stat(path, out Stat64 stat));
        Assert.Equal(4UL, stat.Size);
    }

    [Fact]
    public void Of_two_at_one_place_the_later_hides_the_earlier()
    {
        Host.AddFile(Host.Preopen("/data"), "old");
        Host.AddFile(Host.Preopen("data"), "new");
        Host.Start();
        Assert.Equal(["new"], SystemCalls.List("/data"));
    }

    [Theory]
    [InlineData(".", "/", null, "/.cwd")]
    [InlineData("/", ".", null, "/.cwd")]
    [InlineData("/", ".", "/home/me", "/home/me")]
    [InlineData("/", ".", "nonsense", "/.cwd")]
    public void The_working_directory_has_its_own_place_beside_the_root(string first, string second, string? variable, string expected)
    {
        foreach (string name in new[] { first, second })
        {
            Host.AddFile(Host.Preopen(name), name == "." ? "working" : "root");
        }

        if (variable != null)
        {
            Host.Environment.Add("PWD=" + variable);
        }

        Host.Start();
        Assert.Equal(expected, SystemCalls.CurrentDirectory());
        Assert.Equal(0, SystemCalls.Stat("working", out _));
        Assert.Equal(0, SystemCalls.Stat("/root", out _));
        Assert.Equal(-Errno.NoEntry, SystemCalls.Stat("root", out _));
    }

    [Fact]
    public void The_program_starts_in_PWD_when_that_is_a_directory()
    {
        Host.AddDirectory(Host.Preopen("/data"), "work");
        Host.Environment.Add("PWD=/data/work");
        Host.Start();
        Assert.Equal("/data/work", SystemCalls.CurrentDirectory());
    }

    [Theory]
    [InlineData("PWD=/data/none")]
    [InlineData("PWD=/data/file")]
    [InlineData("PWD=")]
    [InlineData("PWDX=/data")]
    public void The_program_starts_in_the_root_otherwise(string variable)
    {
        Host.AddFile(Host.Preopen("/data"), "file");
        Host.Environment.Add(variable);
        Host.Start();
        Assert.Equal("/", SystemCalls.CurrentDirectory());
    }

    [Fact]
    public void A_directory_above_mount_points_lists_them()
    {
        Host.Preopen("/a/b");
        Host.Preopen("/a/c");
        Host.Preopen("/d");
        Host.Start();
        Assert.Equal(["a", "d"], SystemCalls.List("/").Order());
        Assert.Equal(["b", "c"], SystemCalls.List("/a").Order());
        Assert.Equal(0, SystemCalls.Stat("/a", out Stat64 stat));
        Assert.Equal(Stat64.Directory | 0x1EDu, stat.Mode);
        Assert.Equal(0, SystemCalls.ChangeDirectory("/a"));
        Assert.Equal(0, SystemCalls.Stat("b", out _));
    }

    [Fact]
    public void A_mount_point_is_listed_in_place_of_what_it_hides()
    {
        Host.AddDirectory(Host.Preopen("/"), "data/hidden");
        Host.AddFile(Host.Preopen("/data"), "visible");
        Host.Preopen("/other");
        Host.Start();
        Assert.Equal(["data", "other"], SystemCalls.List("/").Order());
        Assert.Equal(["visible"], SystemCalls.List("/data"));
    }

    [Fact]
    public void Nothing_can_be_made_above_mount_points()
    {
        Host.Preopen("/a/b");
        Host.Start();
        Assert.Equal(-Errno.Access, SystemCalls.Open("/a/new", OpenFlags.Create | OpenFlags.WriteOnly));
        Assert.Equal(-Errno.Access, SystemCalls.MakeDirectory("/new"));
        Assert.Equal(-Errno.Exists, SystemCalls.MakeDirectory("/a"));
        Assert.Equal(-Errno.NoEntry, SystemCalls.MakeDirectory("/x/y"));
        Assert.Equal(-Errno.IsDirectory, SystemCalls.Open("/a", OpenFlags.WriteOnly));
        Assert.Equal(-Errno.Busy, SystemCalls.RemoveDirectory("/a"));
        Assert.Equal(-Errno.Busy, SystemCalls.RemoveDirectory("/a/b"));
        Assert.Equal(-Errno.Busy, SystemCalls.Rename("/a/b", "/a/b/c"));
        Assert.Equal(-Errno.IsDirectory, SystemCalls.Unlink("/a/b"));
    }

    [Fact]
    public void Without_preopens_the_root_is_empty()
    {
        Host.Start();
        Assert.Equal(-Errno.NoEntry, SystemCalls.Open("/file", OpenFlags.Create | OpenFlags.WriteOnly));
        Assert.Equal(-Errno.NoEntry, SystemCalls.Stat("file", out _));
        Assert.Equal("/", SystemCalls.CurrentDirectory());
    }
}
