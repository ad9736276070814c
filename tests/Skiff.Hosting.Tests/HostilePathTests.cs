using System.Text;

namespace Skiff.Hosting.Tests;

/// <summary>Paths that try to lead out of what was given. Beside the guest's directory lies a secret that must stay one.</summary>
public sealed class HostilePathTests : IDisposable
{
    private readonly DirectoryInfo _outside = Directory.CreateTempSubdirectory("skiff-hostile-");
    private readonly string _inside;

    public HostilePathTests()
    {
        _inside = Path.Combine(_outside.FullName, "inside");
        Directory.CreateDirectory(Path.Combine(_inside, "deep", "deeper"));
        File.WriteAllText(Path.Combine(_outside.FullName, "secret"), "secret");
        File.WriteAllText(Path.Combine(_inside, "file"), "file");
        File.CreateSymbolicLink(Path.Combine(_inside, "out"), "../secret");
        File.CreateSymbolicLink(Path.Combine(_inside, "absolute"), Path.Combine(_outside.FullName, "secret"));
        File.CreateSymbolicLink(Path.Combine(_inside, "parent"), "..");
        File.CreateSymbolicLink(Path.Combine(_inside, "deep", "parent"), "../..");
        File.CreateSymbolicLink(Path.Combine(_inside, "loop"), "loop");
        File.CreateSymbolicLink(Path.Combine(_inside, "back"), "deep/../file");
    }

    public static TheoryData<bool, string> Escapes
    {
        get
        {
            string[] paths =
            [
                "../secret", "../../etc/passwd", "deep/../../secret", "deep/deeper/../../../secret", "./../secret", "..//secret",
                "/etc/passwd", "//etc/passwd", "/", "..", "deep/../..", "../inside/file",
                "out", "absolute", "parent/secret", "deep/parent/secret", "parent", "deep/../parent/secret", "/proc/self/root/etc/passwd",
            ];
            var data = new TheoryData<bool, string>();
            foreach (bool own in FileTests.Backends.Select(row => row.Data))
            {
                foreach (string path in paths)
                {
                    data.Add(own, path);
                }
            }

            return data;
        }
    }

    public void Dispose() => _outside.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Escapes))]
    public void A_path_that_leads_out_is_refused(bool own, string path)
    {
        var script = new GuestScript();
        int file = script.Reserve(4), status = script.Reserve(64);
        (int p, int length) = script.Text(path);
        (int f, int fl) = script.Text("file");
        script.Open(3, path, file, rights: 2)
            .Open(3, path, file, openFlags: 1)
            .Open(3, path, file, openFlags: 2, rights: 0)
            .Call("path_filestat_get", 3, 1, p, length, status)
            .Call("path_filestat_set_times", 3, 1, p, length, 0, 0, 1)
            .Call("path_unlink_file", 3, p, length)
            .Call("path_remove_directory", 3, p, length)
            .Call("path_rename", 3, f, fl, 3, p, length)
            .Call("path_create_directory", 3, p, length)
            .Call("path_symlink", f, fl, 3, p, length)
            .Call("path_link", 3, 0, f, fl, 3, p, length);
        Guests.Outcome outcome = Run(script, own);
        string[] errors = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // What looks at or opens the place fails always; what acts on the last name may act on a link inside, never outside.
        Assert.Equal(11, errors.Length);
        Assert.All(errors.Take(5), error => Assert.Equal("63", error));
        Assert.Equal("secret", File.ReadAllText(Path.Combine(_outside.FullName, "secret")));
        Assert.Equal(["inside", "secret"], _outside.GetFileSystemInfos().Select(info => info.Name).Order());
    }

    [Theory]
    [MemberData(nameof(FileTests.Backends), MemberType = typeof(FileTests))]
    public void Paths_that_stay_inside_work(bool own)
    {
        var script = new GuestScript();
        int file = script.Reserve(4);
        foreach (string path in (string[])["file", "./file", "deep/../file", "deep/deeper/../../file", ".//file", "back"])
        {
            script.Open(3, path, file, rights: 2);
        }

        Assert.Equal(string.Concat(Enumerable.Repeat("0\n", 6)), Run(script, own).Output);
    }

    [Theory]
    [MemberData(nameof(FileTests.Backends), MemberType = typeof(FileTests))]
    public void Paths_that_are_none_are_refused(bool own)
    {
        var script = new GuestScript();
        int file = script.Reserve(4);
        (int Address, int Length)[] paths =
        [
            script.Text(""), script.Text("file\0"), script.Text("a\0../../secret"), script.Bytes([0xff, 0xfe]), script.Text("loop"), script.Text("file/"),
            script.Text("file/x"), script.Text(new string('x', 300)),
        ];
        foreach ((int address, int length) in paths)
        {
            script.Call("path_open", 3, 1, address, length, 0, 2, 2, 0, file);
        }

        int long64 = script.Reserve(65536);
        script.Line($"(memory.fill (i32.const {long64}) (i32.const 97) (i32.const 65536))").Call("path_open", 3, 1, long64, 65536, 0, 2, 2, 0, file);
        Assert.Equal("44\n28\n28\n25\n32\n54\n54\n37\n37\n", Run(script, own).Output);
    }

    /// <summary>Directories swapped for links while the guest walks through them: the race that checking paths first would lose.</summary>
    [Theory]
    [MemberData(nameof(FileTests.Backends), MemberType = typeof(FileTests))]
    public async Task A_directory_that_becomes_a_link_meanwhile_does_not_lead_out(bool own)
    {
        Directory.CreateDirectory(Path.Combine(_inside, "swap"));
        Directory.CreateSymbolicLink(Path.Combine(_inside, "trap"), "..");
        var script = new GuestScript();
        int file = script.Reserve(4), found = script.Reserve(4);
        (int p, int length) = script.Text("swap/secret");
        script.Line($"""
            (loop $again
              (if (i32.eqz (call $path_open (i32.const 3) (i32.const 1) (i32.const {p}) (i32.const {length}) (i32.const 0) (i64.const 2) (i64.const 2) (i32.const 0) (i32.const {file})))
                (then (i32.store (i32.const {found}) (i32.add (i32.load (i32.const {found})) (i32.const 1)))
                      (drop (call $fd_close (i32.load (i32.const {file}))))))
              (local.set $tries (i32.add (local.get $tries) (i32.const 1)))
              (br_if $again (i32.lt_u (local.get $tries) (i32.const 3000))))
            """).PrintNumber(found);
        using var stop = new CancellationTokenSource();
        Task swapping = Task.Run(
            () =>
            {
                string real = Path.Combine(_inside, "swap"), aside = Path.Combine(_inside, "aside"), trap = Path.Combine(_inside, "trap");
                while (!stop.IsCancellationRequested)
                {
                    Directory.Move(real, aside);
                    Directory.Move(trap, real);
                    Directory.Move(real, trap);
                    Directory.Move(aside, real);
                }
            },
            TestContext.Current.CancellationToken);
        try
        {
            Assert.Equal("0\n", Run(script, own, "(local $tries i32)").Output);
        }
        finally
        {
            await stop.CancelAsync();
            await swapping;
        }
    }

    [Fact]
    public void A_thousand_mutilated_paths_end_in_an_error_or_a_file_inside()
    {
        var random = new Random(12345);
        string[] pieces = ["..", ".", "/", "//", "deep", "deeper", "file", "parent", "out", "absolute", "loop", "back", "\u00e9", "x", "\\", ":", " ", "~"];
        var script = new GuestScript();
        int status = script.Reserve(64);
        var text = new StringBuilder();
        for (int i = 0; i < 1000; i++)
        {
            text.Clear();
            for (int n = random.Next(1, 8); n > 0; n--)
            {
                text.Append(pieces[random.Next(pieces.Length)]).Append(random.Next(3) > 0 ? "/" : "");
            }

            (int p, int length) = script.Text(text.ToString());
            script.Call("path_filestat_get", 3, 1, p, length, status);
        }

        Guests.Outcome outcome = Run(script, own: Wasi.Linux.LinuxCalls.CanResolveBeneath);
        Assert.Equal(0, outcome.ExitCode);
        string[] allowed = ["0", "20", "28", "31", "32", "37", "44", "54", "63"];
        Assert.All(outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(line, allowed));
    }

    private Guests.Outcome Run(GuestScript script, bool own, string locals = "") => Guests.Run(
        script.ToString().Replace("(export \"_start\")", $"(export \"_start\") {locals}", StringComparison.Ordinal),
        new GuestOptions { Directories = [new GuestDirectory(_inside, "/")] },
        own);
}
