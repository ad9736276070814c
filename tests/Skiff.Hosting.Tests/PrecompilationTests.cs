using Skiff.Hosting.Cache;

namespace Skiff.Hosting.Tests;

public sealed class PrecompilationTests : IDisposable
{
    private static readonly byte[] s_module = Engine.TranslateText(Guests.Command("(call $proc_exit (i32.const 5))"));
    private static readonly byte[] s_other = Engine.TranslateText(Guests.Command("(call $proc_exit (i32.const 6))"));

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("skiff-precompilation-");
    private readonly PrecompilationKey _key;
    private readonly CompilationCache _cache;

    public PrecompilationTests()
    {
        _key = PrecompilationKey.ReadOrCreate(In("key"));
        _cache = new CompilationCache(In("cache"));
    }

    private string File => In("app.cwasm");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_written_runs(bool isCached)
    {
        Write(s_module);
        Assert.Equal(5, Run(PrecompiledModule.Open(File, _key, isCached ? _cache : null)));
        Assert.Equal(isCached ? 1 : 0, Directory.Exists(_cache.Directory) ? Directory.GetFiles(_cache.Directory).Length : 0);
    }

    [Fact]
    public void Nothing_but_the_file_is_left_by_writing()
    {
        Write(s_module);
        Write(s_other);
        Assert.Equal(["app.cwasm", "key"], _directory.GetFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Equal(6, Run(PrecompiledModule.Open(File, _key, _cache)));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void The_options_of_the_code_are_known(bool interruptible, bool fuel)
    {
        Write(s_module, new EngineOptions { Interruptible = interruptible, MeterFuel = fuel });
        PrecompiledModule module = PrecompiledModule.Open(File, _key, _cache);
        Assert.Equal(new EngineOptions { Interruptible = interruptible, MeterFuel = fuel }, module.EngineOptions);
        Assert.Equal(5, Run(module));
    }

    [Fact]
    public void Code_can_be_made_for_every_supported_target()
    {
        foreach (string target in CompilationTarget.Supported)
        {
            Write(s_module, new EngineOptions { Target = target });
            Assert.Equal(5, Run(PrecompiledModule.Open(File, _key, _cache)));
        }
    }

    [Theory]
    [InlineData("riscv64gc-unknown-linux-gnu")]
    [InlineData("x86_64-unknown-none")]
    [InlineData("nonsense")]
    [InlineData("")]
    public void A_target_that_the_engine_cannot_serve_is_refused_without_harm(string target) =>
        Assert.Throws<ArgumentException>(() => new Engine(new EngineOptions { Target = target }));

    [Fact]
    public void A_change_of_any_byte_is_noticed()
    {
        Write(s_module);
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        var places = new List<int> { 0, 1, 64, bytes.Length / 3, bytes.Length / 2 };
        places.AddRange(Enumerable.Range(bytes.Length - 260, 260));
        foreach (int place in places)
        {
            byte[] changed = [.. bytes];
            changed[place] ^= 1;
            System.IO.File.WriteAllBytes(File, changed);
            Exception? refusal = Record.Exception(() => PrecompiledModule.Open(File, _key, _cache));
            Assert.True(refusal is UntrustedModuleException or InvalidModuleException, $"byte {place}: {refusal}");
        }
    }

    [Fact]
    public void A_part_of_a_file_is_refused()
    {
        Write(s_module);
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        foreach (int length in (int[])[0, 1, 55, 56, 100, bytes.Length / 2, bytes.Length - 57, bytes.Length - 1])
        {
            System.IO.File.WriteAllBytes(File, bytes[..length]);
            Assert.Contains("only a part", Assert.Throws<InvalidModuleException>(() => PrecompiledModule.Open(File, _key, _cache)).Message, StringComparison.Ordinal);
        }

        System.IO.File.WriteAllBytes(File, [.. bytes, 0]);
        Assert.Throws<InvalidModuleException>(() => PrecompiledModule.Open(File, _key, _cache));
        System.IO.File.WriteAllBytes(File, bytes[1..]);
        Assert.Throws<InvalidModuleException>(() => PrecompiledModule.Open(File, _key, _cache));
    }

    [Fact]
    public void What_another_key_made_is_refused_unless_the_caller_trusts_it()
    {
        Write(s_module);
        PrecompilationKey other = PrecompilationKey.ReadOrCreate(In("other"));
        Assert.Throws<UntrustedModuleException>(() => PrecompiledModule.Open(File, other, _cache));
        Assert.Throws<UntrustedModuleException>(() => PrecompiledModule.Open(File, key: null, _cache));
        Assert.Equal(5, Run(PrecompiledModule.OpenUnauthenticated(File)));
    }

    [Fact]
    public void What_the_key_made_stays_refused_to_others_once_it_is_known()
    {
        Write(s_module);
        Settle(() => PrecompiledModule.Open(File, _key, _cache));
        Assert.Equal(5, Run(PrecompiledModule.Open(File, _key, _cache)));
        PrecompilationKey other = PrecompilationKey.ReadOrCreate(In("other"));
        Assert.Throws<UntrustedModuleException>(() => PrecompiledModule.Open(File, other, _cache));
        Assert.Throws<UntrustedModuleException>(() => PrecompiledModule.Open(File, key: null, _cache));
    }

    [Fact]
    public void What_the_engine_itself_wrote_is_refused_unless_the_caller_trusts_it()
    {
        using (var engine = new Engine())
        using (CompiledModule module = CompiledModule.Compile(engine, s_module))
        using (FileStream file = System.IO.File.Create(File))
        {
            module.Serialize(file);
        }

        Assert.Throws<InvalidModuleException>(() => PrecompiledModule.Open(File, _key, _cache));
        PrecompiledModule trusted = PrecompiledModule.OpenUnauthenticated(File);
        Assert.Null(trusted.EngineOptions);
        Assert.Equal(5, Run(trusted));
    }

    [Fact]
    public void Another_version_of_the_engine_and_another_machine_are_named()
    {
        MachineCode here = MachineCode.Of(Guests.Engine);
        Assert.Null(here.Misfit());
        Assert.Equal("it was compiled for the engine Wasmtime 49.0.0, and this is " + EngineVersion.Text, (here with { EngineVersion = "49.0.0" }).Misfit());
        Assert.Equal($"it was compiled for S390x linux, and this is {here.Processor} {here.System}", (here with { Processor = "S390x", System = "linux" }).Misfit());
        Assert.Equal("it was compiled for a processor that has mmx2, and this one has not", (here with { Features = here.Features + " mmx2" }).Misfit());
        Assert.Null((here with { Features = "" }).Misfit());
    }

    [Fact]
    public void A_file_for_another_version_is_refused_even_by_a_caller_that_trusts_it()
    {
        Write(s_module);
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        int place = bytes.AsSpan().LastIndexOf(System.Text.Encoding.UTF8.GetBytes("wasmtime " + EngineVersion.Text)) + "wasmtime ".Length;
        bytes[place] = bytes[place] == '9' ? (byte)'8' : (byte)'9';
        System.IO.File.WriteAllBytes(File, bytes);
        foreach (Func<PrecompiledModule> open in (Func<PrecompiledModule>[])[() => PrecompiledModule.Open(File, _key, _cache), () => PrecompiledModule.OpenUnauthenticated(File)])
        {
            Assert.Contains("it was compiled for the engine Wasmtime", Assert.Throws<InvalidModuleException>(open).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("wasmtime 50.0.1")]
    [InlineData("wasmtime 50.0.1; cranelift speed image epoch=maybe fuel=False; X64 linux; ")]
    [InlineData("wasmtime 50.0.1; cranelift speed image epoch=True fuel=False; X64; ")]
    [InlineData("wasmtime 50.0.1; cranelift speed image epoch=True fuel=False; X64 linux; avx; sse")]
    public void A_purpose_of_another_form_is_none(string text) => Assert.Null(MachineCode.Parse(text));

    [Fact]
    public void A_purpose_can_be_read_again()
    {
        MachineCode here = MachineCode.Of(Guests.Engine);
        Assert.Equal(here, MachineCode.Parse(here.ToString()));
    }

    [Fact]
    public void A_file_that_is_replaced_after_it_was_opened_is_not_what_runs()
    {
        Write(s_module);
        PrecompiledModule opened = PrecompiledModule.Open(File, _key, _cache);
        Write(s_other);
        Assert.Equal(5, Run(opened));

        opened = PrecompiledModule.Open(File, _key, _cache);
        System.IO.File.WriteAllBytes(File, new byte[100]);
        Assert.Equal(6, Run(opened));
    }

    [Fact]
    public void A_file_that_is_known_is_read_again_when_it_changes()
    {
        Write(s_module);
        Settle(() => PrecompiledModule.Open(File, _key, _cache));
        Assert.SkipUnless(FileStamp.Of(File) is not null, "The system does not tell when a file changed.");
        Assert.Single(Directory.GetFiles(_cache.Directory, "*" + ModuleRecord.Extension));
        Assert.Equal(5, Run(PrecompiledModule.Open(File, _key, _cache)));

        // The same length and time, another content.
        DateTime time = System.IO.File.GetLastWriteTimeUtc(File);
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        bytes[bytes.Length / 2] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);
        System.IO.File.SetLastWriteTimeUtc(File, time);
        Assert.Throws<UntrustedModuleException>(() => PrecompiledModule.Open(File, _key, _cache));
    }

    [Fact]
    public void A_damaged_copy_is_made_anew()
    {
        Write(s_module);
        Settle(() => PrecompiledModule.Open(File, _key, _cache));
        string copy = Assert.Single(Directory.GetFiles(_cache.Directory, "*.cwasm"));
        System.IO.File.Delete(copy);
        System.IO.File.WriteAllText(copy, "not machine code");
        Assert.Equal(5, Run(PrecompiledModule.Open(File, _key, _cache)));
        System.IO.File.Delete(copy);
        Assert.Equal(5, Run(PrecompiledModule.Open(File, _key, _cache)));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_no_more_than_time()
    {
        Write(s_module);
        Assert.Equal(5, Run(PrecompiledModule.Open(File, _key, new CompilationCache(In("key/cache")))));
    }

    private static int Run(PrecompiledModule precompiled)
    {
        using var engine = new Engine(precompiled.EngineOptions);
        using CompiledModule module = precompiled.Load(engine);
        using var command = new WasiCommand(module);
        return command.Run(new GuestOptions(), CancellationToken.None);
    }

    // What was written just now might change again within the clock's granularity, and is not recorded yet.
    private static void Settle(Action open)
    {
        open();
        Thread.Sleep(TimeSpan.FromSeconds(2.2));
        open();
    }

    private string In(string name) => Path.Combine(_directory.FullName, name);

    private void Write(byte[] wasm, EngineOptions? options = null)
    {
        using var engine = new Engine(options);
        using CompiledModule module = CompiledModule.Compile(engine, wasm);
        PrecompiledModule.Write(module, File, _key);
    }
}
