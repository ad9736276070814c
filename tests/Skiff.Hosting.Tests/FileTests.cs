namespace Skiff.Hosting.Tests;

/// <summary>Files, by this host's own code and by the engine's behind it.</summary>
public sealed class FileTests : IDisposable
{
    private const int Create = 1;
    private const int DirectoryOnly = 2;
    private const int Exclusive = 4;
    private const int Truncate = 8;
    private const int Append = 1;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("skiff-files-");

    public static TheoryData<bool> Backends => Wasi.Linux.LinuxCalls.CanResolveBeneath ? [true, false] : [false];

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_file_is_written_read_and_measured(bool own)
    {
        var script = new GuestScript();
        int file = script.Reserve(4), count = script.Reserve(4), room = script.Reserve(64), position = script.Reserve(8), status = script.Reserve(64);
        (int, int) text = script.Text("hello, world");
        script.Open(3, "new.txt", file, Create)
            .Call("fd_write", GuestScript.Load(file), script.Vector(text), 1, count).PrintNumber(count)
            .Call("fd_tell", GuestScript.Load(file), position).PrintNumber(position)
            .Call("fd_seek", GuestScript.Load(file), 7, 0, position).PrintNumber(position)
            .Call("fd_read", GuestScript.Load(file), script.Vector((room, 64)), 1, count).PrintText(room, GuestScript.Load(count))
            .Call("fd_pread", GuestScript.Load(file), script.Vector((room, 5)), 1, 0, count).PrintText(room, GuestScript.Load(count))
            .Call("fd_seek", GuestScript.Load(file), -5, 2, position).PrintNumber(position)
            .Call("fd_pwrite", GuestScript.Load(file), script.Vector(script.Text("H")), 1, 0, count)
            .Call("fd_filestat_set_size", GuestScript.Load(file), 20)
            .Call("fd_filestat_get", GuestScript.Load(file), status).PrintByte(status + 16).PrintNumber(status + 32)
            .Call("fd_sync", GuestScript.Load(file))
            .Call("fd_datasync", GuestScript.Load(file))
            .Call("fd_close", GuestScript.Load(file))
            .Call("fd_close", GuestScript.Load(file));
        Guests.Outcome outcome = Run(script, own);
        Assert.Equal("0\n0\n12\n0\n12\n0\n7\n0\nworld\n0\nhello\n0\n7\n0\n0\n0\n4\n20\n0\n0\n0\n8\n", outcome.Output);
        Assert.Equal("Hello, world\0\0\0\0\0\0\0\0", File.ReadAllText(In("new.txt")));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Open_flags_do_what_they_say(bool own)
    {
        File.WriteAllText(In("old"), "12345");
        var script = new GuestScript();
        int file = script.Reserve(4), count = script.Reserve(4);
        int vector = script.Vector(script.Text("x"));
        script.Open(3, "absent", file)
            .Open(3, "old", file, Create | Exclusive)
            .Open(3, "old", file, DirectoryOnly)
            .Open(3, "old", file, flags: Append).Call("fd_write", GuestScript.Load(file), vector, 1, count)
            .Open(3, "cut", file, Create).Call("fd_write", GuestScript.Load(file), vector, 1, count).Open(3, "cut", file, Truncate)
            .Open(3, "old", file, rights: 2).Call("fd_write", GuestScript.Load(file), vector, 1, count)
            .Open(3, ".", file, DirectoryOnly, rights: 0).Open(GuestScript.Load(file), "old", file)
            .Open(GuestScript.Load(file), "old", file);
        Assert.Equal("44\n20\n54\n0\n0\n0\n0\n0\n0\n8\n0\n0\n54\n", Run(script, own).Output);
        Assert.Equal("12345x", File.ReadAllText(In("old")));
        Assert.Equal("", File.ReadAllText(In("cut")));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Names_are_created_renamed_and_deleted(bool own)
    {
        File.WriteAllText(In("file"), "");
        var script = new GuestScript();
        (int d, int dl) = script.Text("d");
        (int de, int del) = script.Text("d/e");
        (int f, int fl) = script.Text("file");
        (int df, int dfl) = script.Text("d/file");
        (int g, int gl) = script.Text("g");
        script.Call("path_create_directory", 3, d, dl)
            .Call("path_create_directory", 3, d, dl)
            .Call("path_create_directory", 3, de, del)
            .Call("path_remove_directory", 3, d, dl)
            .Call("path_rename", 3, f, fl, 3, df, dfl)
            .Call("path_rename", 3, f, fl, 3, df, dfl)
            .Call("path_link", 3, 0, df, dfl, 3, g, gl)
            .Call("path_unlink_file", 3, df, dfl)
            .Call("path_unlink_file", 3, df, dfl)
            .Call("path_remove_directory", 3, de, del)
            .Call("path_remove_directory", 3, d, dl)
            .Call("path_remove_directory", 3, g, gl);
        Assert.Equal("0\n20\n0\n55\n0\n44\n0\n0\n44\n0\n0\n54\n", Run(script, own).Output);
        Assert.Equal([In("g")], Directory.GetFileSystemEntries(_root.FullName));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Links_are_made_followed_and_read(bool own)
    {
        File.WriteAllText(In("file"), "12345");
        var script = new GuestScript();
        int status = script.Reserve(64), room = script.Reserve(64), count = script.Reserve(4), file = script.Reserve(4);
        (int target, int targetLength) = script.Text("file");
        (int link, int linkLength) = script.Text("link");
        (int absolute, int absoluteLength) = script.Text("/file");
        script.Call("path_symlink", target, targetLength, 3, link, linkLength)
            .Call("path_filestat_get", 3, 0, link, linkLength, status).PrintByte(status + 16)
            .Call("path_filestat_get", 3, 1, link, linkLength, status).PrintByte(status + 16).PrintNumber(status + 32)
            .Call("path_readlink", 3, link, linkLength, room, 64, count).PrintText(room, GuestScript.Load(count))
            .Call("path_readlink", 3, link, linkLength, room, 2, count).PrintText(room, GuestScript.Load(count))
            .Call("path_readlink", 3, target, targetLength, room, 64, count)
            .Open(3, "link", file, lookup: 0)
            .Open(3, "link", file)
            .Call("path_symlink", absolute, absoluteLength, 3, link, linkLength);
        Assert.Equal("0\n0\n7\n0\n4\n5\n0\nfile\n0\nfi\n28\n32\n0\n63\n", Run(script, own).Output);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Directories_are_enumerated_in_pieces(bool own)
    {
        for (int i = 0; i < 100; i++)
        {
            File.WriteAllText(In($"file-{i:000}"), "");
        }

        // Reads with room for a few entries only, from the cookie of the last whole one, and prints the names.
        var script = new GuestScript();
        int room = script.Reserve(200), used = script.Reserve(4), cookie = script.Reserve(8), at = script.Reserve(4);
        script.Line($"""
            (loop $more
              (call $exit_if (call $fd_readdir (i32.const 3) (i32.const {room}) (i32.const 200) (i64.load (i32.const {cookie})) (i32.const {used})))
              (i32.store (i32.const {at}) (i32.const {room}))
              (block $done
                (loop $entry
                  (br_if $done (i32.gt_u (i32.add (i32.load (i32.const {at})) (i32.const 24)) (i32.add (i32.const {room}) (i32.load (i32.const {used})))))
                  (br_if $done (i32.gt_u (i32.add (i32.add (i32.load (i32.const {at})) (i32.const 24)) (i32.load offset=16 (i32.load (i32.const {at})))) (i32.add (i32.const {room}) (i32.load (i32.const {used})))))
                  (call $say (i32.add (i32.load (i32.const {at})) (i32.const 24)) (i32.load offset=16 (i32.load (i32.const {at}))))
                  (call $say (i32.const 32) (i32.const 1))
                  (i64.store (i32.const {cookie}) (i64.load (i32.load (i32.const {at}))))
                  (i32.store (i32.const {at}) (i32.add (i32.add (i32.load (i32.const {at})) (i32.const 24)) (i32.load offset=16 (i32.load (i32.const {at})))))
                  (br $entry)))
              (br_if $more (i32.eq (i32.load (i32.const {used})) (i32.const 200))))
            """);
        IEnumerable<string> expected = Enumerable.Range(0, 100).Select(i => $"file-{i:000}").Prepend("..").Prepend(".");
        Assert.Equal(expected, Run(script, own).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Times_are_set_and_read(bool own)
    {
        File.WriteAllText(In("file"), "");
        var script = new GuestScript();
        int status = script.Reserve(64), file = script.Reserve(4);
        (int path, int length) = script.Text("file");
        const long accessed = 1_000_000_000_000_000_000, modified = 1_500_000_000_123_456_700;
        script.Call("path_filestat_set_times", 3, 1, path, length, accessed, modified, 1 | 4)
            .Call("path_filestat_get", 3, 1, path, length, status)
            .Line($"(call $print (i64.eq (i64.load offset=40 (i32.const {status})) (i64.const {accessed})))")
            .Line($"(call $print (i64.eq (i64.load offset=48 (i32.const {status})) (i64.const {modified})))")
            .Open(3, "file", file)
            .Call("fd_filestat_set_times", GuestScript.Load(file), 0, accessed, 2 | 4)
            .Call("fd_filestat_set_times", GuestScript.Load(file), 0, 0, 4 | 8);
        Assert.Equal("0\n0\n1\n1\n0\n0\n28\n", Run(script, own).Output);
        Assert.Equal(DateTime.UnixEpoch.AddTicks(accessed / 100), File.GetLastWriteTimeUtc(In("file")));
        Assert.InRange(File.GetLastAccessTimeUtc(In("file")), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddMinutes(1));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_read_only_directory_stays_as_it_is(bool own)
    {
        File.WriteAllText(In("file"), "12345");
        Directory.CreateDirectory(In("d"));
        var script = new GuestScript();
        int file = script.Reserve(4), count = script.Reserve(4), room = script.Reserve(16);
        (int f, int fl) = script.Text("file");
        (int n, int nl) = script.Text("new");
        (int d, int dl) = script.Text("d");
        script.Open(3, "file", file, rights: 2)
            .Call("fd_read", GuestScript.Load(file), script.Vector((room, 16)), 1, count).PrintText(room, GuestScript.Load(count))
            .Call("fd_filestat_set_times", GuestScript.Load(file), 0, 0, 1)
            .Open(3, "file", file)
            .Open(3, "file", file, Truncate, rights: 2)
            .Open(3, "new", file, Create)
            .Call("path_create_directory", 3, n, nl)
            .Call("path_remove_directory", 3, d, dl)
            .Call("path_unlink_file", 3, f, fl)
            .Call("path_rename", 3, f, fl, 3, n, nl)
            .Call("path_link", 3, 0, f, fl, 3, n, nl)
            .Call("path_symlink", f, fl, 3, n, nl)
            .Call("path_filestat_set_times", 3, 0, f, fl, 0, 0, 1)
            .Open(3, "d", file, DirectoryOnly, rights: 2).Open(GuestScript.Load(file), "new", file, Create);
        Assert.Equal("0\n0\n12345\n" + string.Concat(Enumerable.Repeat("63\n", 11)) + "0\n63\n", Run(script, own, readOnly: true).Output);
        Assert.Equal("12345", File.ReadAllText(In("file")));
        Assert.Equal([In("d"), In("file")], Directory.GetFileSystemEntries(_root.FullName, "*", SearchOption.AllDirectories).Order());
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Preopens_are_told_with_their_guest_paths(bool own)
    {
        var script = new GuestScript();
        int prestat = script.Reserve(8), room = script.Reserve(32);
        for (int fd = 3; fd < 6; fd++)
        {
            script.Call("fd_prestat_get", fd, prestat);
        }

        script.Call("fd_prestat_get", 4, prestat).PrintByte(prestat).PrintNumber(prestat + 4)
            .Call("fd_prestat_dir_name", 4, room, GuestScript.Load(prestat + 4)).PrintText(room, GuestScript.Load(prestat + 4))
            .Call("fd_prestat_dir_name", 4, room, 1)
            .Call("fd_prestat_get", 1, prestat);
        var options = new GuestOptions
        {
            Directories = [new GuestDirectory(_root.FullName, "."), new GuestDirectory(_root.FullName, "/some/where")],
        };
        Assert.Equal("0\n0\n8\n0\n0\n11\n0\n/some/where\n37\n8\n", Guests.Run(script.ToString(), options, own).Output);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Standard_output_can_be_moved_and_replaced(bool own)
    {
        var script = new GuestScript();
        int file = script.Reserve(4), count = script.Reserve(4);
        int vector = script.Vector(script.Text("to the file"));
        script.Open(3, "a", file, Create)
            .Open(3, "b", file, Create)
            .Do("fd_renumber", 1, 4)
            .Line($"(call $exit_if (call $fd_renumber (i32.const 5) (i32.const 4)))")
            .Line($"(call $proc_exit (call $fd_write (i32.const 4) (i32.const {vector}) (i32.const 1) (i32.const {count})))");
        Assert.Equal(new Guests.Outcome(0, "0\n0\n", ""), Run(script, own));
        Assert.Equal("", File.ReadAllText(In("a")));
        Assert.Equal("to the file", File.ReadAllText(In("b")));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Standard_streams_are_no_files(bool own)
    {
        var script = new GuestScript();
        int room = script.Reserve(64), count = script.Reserve(8);
        script.Call("fd_seek", 1, 0, 0, count)
            .Call("fd_pwrite", 1, script.Vector((room, 4)), 1, 0, count)
            .Call("fd_pread", 0, script.Vector((room, 4)), 1, 0, count)
            .Call("fd_write", 0, script.Vector((room, 4)), 1, count)
            .Call("fd_read", 1, script.Vector((room, 4)), 1, count)
            .Call("fd_filestat_set_size", 1, 0)
            .Call("fd_readdir", 1, room, 64, 0, count)
            .Call("fd_fdstat_get", 1, room).PrintByte(room)
            .Call("fd_read", 77, script.Vector((room, 4)), 1, count)
            .Call("fd_fdstat_get", 77, room)
            .Call("fd_renumber", 77, 1);
        Assert.Equal("70\n70\n70\n8\n8\n8\n8\n0\n0\n8\n8\n8\n", Run(script, own).Output);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_directory_that_does_not_exist_is_named(bool own)
    {
        var options = new GuestOptions { Directories = [new GuestDirectory(In("absent"), "/")] };
        DirectoryNotFoundException exception = Assert.Throws<DirectoryNotFoundException>(() => Guests.Run(Guests.Command(""), options, own));
        Assert.Contains(In("absent"), exception.Message, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(_root.FullName, name);

    private Guests.Outcome Run(GuestScript script, bool own, bool readOnly = false) =>
        Guests.Run(script.ToString(), new GuestOptions { Directories = [new GuestDirectory(_root.FullName, "/", readOnly)] }, own);
}
