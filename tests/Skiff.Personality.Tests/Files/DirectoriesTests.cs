namespace Skiff.Personality.Tests.Files;

public sealed class DirectoriesTests : PersonalityTest
{
    private readonly FakeFile _root;

    public DirectoriesTests()
    {
        _root = Host.Preopen("/");
        Host.Start();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(600)]
    [InlineData(5000)]
    public void Every_entry_is_listed_once_whatever_the_buffer(int count)
    {
        List<string> expected = [];
        for (int i = 0; i < count; i++)
        {
            expected.Add($"file-{i:D5}{new string('x', i % 50)}");
            Host.AddFile(_root, expected[^1]);
        }

        foreach (int size in new[] { 280, 2048, 4093, 65536 })
        {
            int fd = SystemCalls.Open("/");
            Assert.Equal(expected, SystemCalls.List(fd, size));
            Assert.Equal(0, SystemCalls.GetEntries(fd, size));
            SystemCalls.Close(fd);
        }
    }

    [Fact]
    public void Large_directories_take_few_calls_of_the_host()
    {
        for (int i = 0; i < 5000; i++)
        {
            Host.AddFile(_root, $"{i}");
        }

        Assert.Equal(5000, SystemCalls.List("/").Count);
        Assert.InRange(Host.ReaddirCalls, 1, 8);
    }

    [Fact]
    public void What_is_deleted_while_listing_makes_nothing_else_vanish()
    {
        for (int i = 0; i < 100; i++)
        {
            Host.AddFile(_root, $"file-{i:D3}");
        }

        int fd = SystemCalls.Open("/");
        List<string> seen = [];
        while (SystemCalls.GetEntries(fd, 280) > 0 && _root.Children.Count > 0)
        {
            _root.Children.Remove(_root.Children.Keys.First());
            seen.Add("");
        }

        Assert.True(seen.Count >= 12);
    }

    [Fact]
    public void Types_are_those_of_dirent()
    {
        Host.AddDirectory(_root, "a");
        Host.AddFile(_root, "b");
        Host.AddLink(_root, "c", "b");
        List<byte> types = [];
        Assert.Equal(["a", "b", "c"], SystemCalls.List(SystemCalls.Open("/"), types: types));
        Assert.Equal([4, 8, 10], types);
    }

    [Fact]
    public void Rewinding_reads_afresh()
    {
        Host.AddFile(_root, "a");
        int fd = SystemCalls.Open("/");
        Assert.Equal(["a"], SystemCalls.List(fd));
        Host.AddFile(_root, "b");
        Assert.Empty(SystemCalls.List(fd));
        Assert.Equal(0, SystemCalls.Seek(fd, 0, 0));
        Assert.Equal(["a", "b"], SystemCalls.List(fd));
        Assert.Equal(-Errno.Invalid, SystemCalls.Seek(fd, 3, 0));
    }

    [Fact]
    public void Names_of_255_bytes_fit_and_longer_ones_are_left_out()
    {
        string longest = new('n', 255);
        Host.AddFile(_root, longest);
        Host.AddFile(_root, new string('m', 256));
        Host.AddFile(_root, "日本語");
        Assert.Equal([longest, "日本語"], SystemCalls.List("/"));
    }

    [Fact]
    public void A_buffer_too_small_for_one_entry_and_a_file_are_errors()
    {
        Host.AddFile(_root, "file");
        Assert.Equal(-Errno.Invalid, SystemCalls.GetEntries(SystemCalls.Open("/"), 16));
        Assert.Equal(-Errno.NotDirectory, SystemCalls.GetEntries(SystemCalls.Open("/file"), 2048));
    }

    [Fact]
    public void Closing_frees_what_was_read()
    {
        Host.AddFile(_root, "file");
        int before = Runtime.Allocated;
        SystemCalls.List("/");
        Assert.Equal(before, Runtime.Allocated);
    }

    [Fact]
    public void Out_of_memory_is_an_error()
    {
        int fd = SystemCalls.Open("/");
        Runtime.Available = 1000;
        Assert.Equal(-Errno.NoMemory, SystemCalls.GetEntries(fd, 2048));
        Runtime.Available = long.MaxValue;
        Assert.Equal(0, SystemCalls.GetEntries(fd, 2048));
    }
}
