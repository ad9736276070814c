using Skiff.Hosting.Cache;

namespace Skiff.Hosting.Tests;

public sealed class CacheTests : IDisposable
{
    private static readonly byte[] s_module = Engine.TranslateText(Guests.Command("(call $proc_exit (i32.const 5))"));

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("skiff-cache-");
    private readonly CompilationCache _cache;

    public CacheTests() => _cache = new CompilationCache(Path.Combine(_directory.FullName, "cache"));

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void The_second_time_nothing_is_compiled()
    {
        Assert.Equal(1, Compilations(Load));
        Assert.Equal(0, Compilations(Load));
    }

    [Fact]
    public void A_file_is_cached_by_what_is_in_it()
    {
        string one = Path.Combine(_directory.FullName, "one.wasm"), two = Path.Combine(_directory.FullName, "two.wasm");
        File.WriteAllBytes(one, s_module);
        File.WriteAllBytes(two, s_module);
        Assert.Equal(1, Compilations(observer => _cache.Load(Guests.Engine, one, observer)));
        Assert.Equal(0, Compilations(observer => _cache.Load(Guests.Engine, two, observer)));
        File.WriteAllBytes(one, Engine.TranslateText(Guests.Command("(call $proc_exit (i32.const 6))")));
        Assert.Equal(1, Compilations(observer => _cache.Load(Guests.Engine, one, observer)));
    }

    [Fact]
    public void A_file_at_rest_is_recorded_and_a_change_of_it_or_of_its_entry_is_seen()
    {
        string file = Path.Combine(_directory.FullName, "module.wasm");
        File.WriteAllBytes(file, s_module);
        _cache.Load(Guests.Engine, file).Dispose();
        Assert.SkipUnless(FileStamp.Of(file) is not null, "The system does not tell when a file changed.");

        // What was written just now might change again within the clock's granularity, and is not recorded yet.
        Thread.Sleep(TimeSpan.FromSeconds(2.2));
        Assert.Equal(0, Compilations(observer => _cache.Load(Guests.Engine, file, observer)));
        Assert.Single(Directory.GetFiles(_cache.Directory, "*" + ModuleRecord.Extension));
        Assert.Equal(0, Compilations(observer => _cache.Load(Guests.Engine, file, observer)));

        // A record is not trusted to be about files that changed, even if they keep length and time.
        DateTime time = File.GetLastWriteTimeUtc(file);
        byte[] other = Engine.TranslateText(Guests.Command("(call $proc_exit (i32.const 6))"));
        Assert.Equal(s_module.Length, other.Length);
        File.WriteAllBytes(file, other);
        File.SetLastWriteTimeUtc(file, time);
        Assert.Equal(1, Compilations(observer => _cache.Load(Guests.Engine, file, observer)));
        File.WriteAllBytes(file, s_module);
        File.SetLastWriteTimeUtc(file, time);
        foreach (string entry in Directory.GetFiles(_cache.Directory, "*.cwasm"))
        {
            byte[] bytes = File.ReadAllBytes(entry);
            DateTime written = File.GetLastWriteTimeUtc(entry);
            File.Delete(entry);
            File.WriteAllBytes(entry, Flip(bytes, bytes.Length / 2));
            File.SetLastWriteTimeUtc(entry, written);
        }

        Assert.Equal(1, Compilations(observer => _cache.Load(Guests.Engine, file, observer)));
    }

    [Fact]
    public void Code_for_other_engine_options_is_another_entry()
    {
        using var plain = new Engine();
        Assert.Equal(1, Compilations(observer => _cache.Load(Guests.Engine, s_module, observer)));
        Assert.Equal(1, Compilations(observer => _cache.Load(plain, s_module, observer)));
        Assert.Equal(0, Compilations(observer => _cache.Load(Guests.Engine, s_module, observer)));
        Assert.Equal(0, Compilations(observer => _cache.Load(plain, s_module, observer)));
    }

    public static TheoryData<string> Damages => ["empty", "cut", "bit in the code", "bit in the identity", "bit in the footer", "text", "longer"];

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_entry_is_compiled_anew_and_replaced(string damage)
    {
        Load().Dispose();
        string entry = Assert.Single(Directory.GetFiles(_cache.Directory));
        byte[] bytes = File.ReadAllBytes(entry);
        byte[] damaged = damage switch
        {
            "empty" => [],
            "cut" => bytes[..(bytes.Length / 2)],
            "bit in the code" => Flip(bytes, bytes.Length / 3),
            "bit in the identity" => Flip(bytes, bytes.Length - 40),
            "bit in the footer" => Flip(bytes, bytes.Length - 10),
            "text" => "not machine code"u8.ToArray(),
            _ => [.. bytes, 0],
        };
        // The first entry is mapped: it is not to be written to but replaced.
        File.Delete(entry);
        File.WriteAllBytes(entry, damaged);
        Assert.Equal(1, Compilations(Load));
        Assert.Equal(0, Compilations(Load));
        Assert.Equal(bytes.Length, new FileInfo(entry).Length);
    }

    [Fact]
    public void An_entry_of_another_module_under_this_name_is_not_taken()
    {
        Load().Dispose();
        string entry = Assert.Single(Directory.GetFiles(_cache.Directory));
        using CompiledModule other = _cache.Load(Guests.Engine, Engine.TranslateText(Guests.Command("")));
        string otherEntry = Assert.Single(Directory.GetFiles(_cache.Directory), file => file != entry);
        File.Move(otherEntry, entry, overwrite: true);
        Assert.Equal(1, Compilations(Load));
    }

    [Fact]
    public void Concurrent_writers_leave_one_good_entry()
    {
        Parallel.For(0, 8, _ =>
        {
            using CompiledModule module = new CompilationCache(_cache.Directory).Load(Guests.Engine, s_module);
            using var command = new WasiCommand(module);
            Assert.Equal(5, Guests.Run(command).ExitCode);
        });
        Assert.Single(Directory.GetFiles(_cache.Directory));
        Assert.Equal(0, Compilations(Load));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_a_compilation_and_says_why()
    {
        string file = Path.Combine(_directory.FullName, "file");
        File.WriteAllText(file, "");
        var cache = new CompilationCache(Path.Combine(file, "cache"));
        using CompiledModule module = cache.Load(Guests.Engine, s_module);
        Assert.NotNull(cache.StoreFailure);
    }

    [Fact]
    public void What_was_not_used_for_longest_goes_first()
    {
        Load().Dispose();
        string first = Assert.Single(Directory.GetFiles(_cache.Directory));
        File.SetLastWriteTimeUtc(first, DateTime.UtcNow.AddDays(-2));
        var small = new CompilationCache(_cache.Directory, maxSize: new FileInfo(first).Length + 10);
        using CompiledModule other = small.Load(Guests.Engine, Engine.TranslateText(Guests.Command("")));
        Assert.NotEqual(first, Assert.Single(Directory.GetFiles(_cache.Directory)));
    }

    [Fact]
    public void Clearing_leaves_nothing_but_what_is_not_the_caches()
    {
        Load().Dispose();
        File.WriteAllText(Path.Combine(_cache.Directory, "notes.txt"), "");
        _cache.Clear();
        Assert.Equal("notes.txt", Path.GetFileName(Assert.Single(Directory.GetFiles(_cache.Directory))));
    }

    [Fact]
    public void The_directory_is_the_users_alone()
    {
        Load().Dispose();
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_cache.Directory));
        }
    }

    [Fact]
    public void The_checksum_sees_every_byte_and_the_length()
    {
        byte[] bytes = new byte[100];
        ulong sum = Checksum.Of(bytes);
        for (int i = 0; i < bytes.Length; i++)
        {
            Assert.NotEqual(sum, Checksum.Of(Flip(bytes, i)));
        }

        Assert.NotEqual(sum, Checksum.Of(new byte[99]));
        Assert.NotEqual(sum, Checksum.Of(new byte[101]));
    }

    private static byte[] Flip(byte[] bytes, int index)
    {
        byte[] copy = [.. bytes];
        copy[index] ^= 1;
        return copy;
    }

    private CompiledModule Load(ICompilationObserver? observer = null) => _cache.Load(Guests.Engine, s_module, observer);

    private static int Compilations(Func<ICompilationObserver, CompiledModule> load)
    {
        var counter = new Counter();
        using CompiledModule module = load(counter);
        using var command = new WasiCommand(module);
        Assert.InRange(command.Run(new GuestOptions(), CancellationToken.None), 5, 6);
        return counter.Count;
    }

    private sealed class Counter : ICompilationObserver
    {
        public int Count { get; private set; }

        public void CompilationStarted(ReadOnlyMemory<byte> wasm) => Count++;

        public void CompilationFinished()
        {
        }
    }
}
