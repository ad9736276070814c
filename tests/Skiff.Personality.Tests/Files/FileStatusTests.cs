namespace Skiff.Personality.Tests.Files;

public sealed class FileStatusTests : PersonalityTest
{
    private readonly FakeFile _file;

    public FileStatusTests()
    {
        FakeFile root = Host.Preopen("/");
        _file = Host.AddFile(root, "dir/file", new string('x', 1025));
        Host.AddLink(root, "link", "dir/file");
        Host.AddLink(root, "dirlink", "dir");
        Host.Preopen("/mnt/deep/data");
        Host.Start();
    }

    [Fact]
    public void A_file_has_its_type_size_times_and_identity()
    {
        Assert.Equal(0, SystemCalls.Stat("/dir/file", out Stat64 stat));
        Assert.Equal(Stat64.RegularFile | 0x1A4u, stat.Mode);
        Assert.Equal(1025UL, stat.Size);
        Assert.Equal(3U, stat.Blocks);
        Assert.Equal(4096U, stat.BlockSize);
        Assert.Equal(1U, stat.Links);
        Assert.Equal((0U, 0U), (stat.User, stat.Group));
        Assert.Equal((1L, 1U), (stat.AccessedSeconds, stat.AccessedNanoseconds));
        Assert.Equal((2L, 2U), (stat.ModifiedSeconds, stat.ModifiedNanoseconds));
        Assert.Equal((3L, 3U), (stat.ChangedSeconds, stat.ChangedNanoseconds));
        Assert.Equal(_file.Inode, stat.Inode);
#if WASI02
        Assert.Equal(1U, stat.Device); // It tells of none.
#else
        Assert.Equal(6U, stat.Device);
#endif
        Assert.Equal(0, SystemCalls.Stat(SystemCalls.Open("/dir/file"), out Stat64 same));
        Assert.Equal(stat, same);
    }

    [Fact]
    public void Lstat_sees_the_link_and_stat_what_it_leads_to()
    {
        Assert.Equal(0, SystemCalls.Stat("/link", out Stat64 stat, follow: false));
        Assert.Equal(Stat64.SymbolicLink | 0x1FFu, stat.Mode);
        Assert.Equal(0, SystemCalls.Stat("/link", out stat));
        Assert.Equal(_file.Inode, stat.Inode);
        Assert.Equal(0, SystemCalls.Stat("/dirlink/", out stat, follow: false));
        Assert.Equal(Stat64.Directory | 0x1EDu, stat.Mode);
    }

    [Fact]
    public void A_trailing_slash_asks_for_a_directory()
    {
        Assert.Equal(0, SystemCalls.Stat("/dir/", out _));
        Assert.Equal(0, SystemCalls.Stat("/dir/.", out _));
        Assert.Equal(-Errno.NotDirectory, SystemCalls.Stat("/dir/file/", out _));
    }

    [Fact]
    public void Directories_above_mounts_have_identities_of_their_own()
    {
        Assert.Equal(0, SystemCalls.Stat("/mnt", out Stat64 first));
        Assert.Equal(0, SystemCalls.Stat("/mnt/deep", out Stat64 second));
        Assert.NotEqual(first.Inode, second.Inode);
        Assert.Equal(0, SystemCalls.Stat(SystemCalls.Open("/mnt/deep"), out Stat64 opened));
        Assert.Equal(second, opened);
    }

    [Fact]
    public void Standard_streams_have_a_type()
    {
        Assert.Equal(0, SystemCalls.Stat(0, out Stat64 stat));
        Assert.Equal(Stat64.CharacterDevice | 0x1B6u, stat.Mode);
        Assert.Equal(-Errno.NotTerminal, SystemCalls.Ioctl(1, 0x5413));
    }

    [Fact]
    public void Fstatat_takes_paths_and_descriptors()
    {
        const int noFollow = 0x100, emptyPath = 0x1000;
        int directory = SystemCalls.Open("/dir", OpenFlags.Directory);
        Assert.Equal(0, SystemCalls.StatAt(directory, "file", 0, out Stat64 stat));
        Assert.Equal(_file.Inode, stat.Inode);
        Assert.Equal(0, SystemCalls.StatAt(directory, "", emptyPath, out stat));
        Assert.Equal(Stat64.Directory | 0x1EDu, stat.Mode);
        Assert.Equal(-Errno.NoEntry, SystemCalls.StatAt(directory, "", 0, out _));
        Assert.Equal(0, SystemCalls.StatAt(SystemCalls.WorkingDirectory, "/link", noFollow, out stat));
        Assert.Equal(Stat64.SymbolicLink | 0x1FFu, stat.Mode);
    }

    [Fact]
    public void Access_asks_whether_a_file_exists()
    {
        const int read = 4, write = 2, execute = 1;
        Assert.Equal(0, SystemCalls.Access("/dir/file", read | write));
        Assert.Equal(-Errno.Access, SystemCalls.Access("/dir/file", execute));
        Assert.Equal(0, SystemCalls.Access("/dir", execute));
        Assert.Equal(-Errno.NoEntry, SystemCalls.Access("/none", 0));
        Assert.Equal(-Errno.Invalid, SystemCalls.Access("/dir", 8));
        Assert.Equal(0, SystemCalls.ChangeMode("/dir/file"));
        Assert.Equal(-Errno.NoEntry, SystemCalls.ChangeMode("/none"));
    }

    [Fact]
    public void The_working_directory_is_changed_to_directories_only()
    {
        Assert.Equal(0, SystemCalls.ChangeDirectory("dir"));
        Assert.Equal("/dir", SystemCalls.CurrentDirectory());
        Assert.Equal(0, SystemCalls.Stat("file", out _));
        Assert.Equal(-Errno.NotDirectory, SystemCalls.ChangeDirectory("file"));
        Assert.Equal(-Errno.NoEntry, SystemCalls.ChangeDirectory("none"));
        Assert.Equal(0, SystemCalls.ChangeDirectory("../mnt"));
        Assert.Equal("/mnt", SystemCalls.CurrentDirectory());
        Assert.Equal(-Errno.Range, SystemCalls.CurrentDirectory(4));
        Assert.Equal(-Errno.Invalid, SystemCalls.CurrentDirectory(0));
        Assert.Equal(5, SystemCalls.CurrentDirectory(5));
    }
}
