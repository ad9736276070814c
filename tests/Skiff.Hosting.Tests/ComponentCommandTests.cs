using System.Text;

namespace Skiff.Hosting.Tests;

public sealed class ComponentCommandTests
{
    private sealed record Outcome(int ExitCode, string Output, string Error);

    [Fact]
    public void It_writes_to_standard_output() => Assert.Equal(new Outcome(0, "hello\n", ""), Run(ComponentGuests.Hello));

    [Fact]
    public void It_has_the_arguments_and_the_environment_that_it_is_given()
    {
        var options = new GuestOptions { Arguments = ["app", "", "ä b"], Environment = [new("NAME", "välue"), new("EMPTY", "")] };
        Assert.Equal(new Outcome(0, "app\n\nä b\nNAME\nvälue\nEMPTY\n\n", ""), Run(ComponentGuests.Given, options));
        Assert.Equal(new Outcome(0, "", ""), Run(ComponentGuests.Given));
    }

    [Fact]
    public void It_reads_the_bytes_or_the_stream_that_it_is_given()
    {
        byte[] input = [.. Enumerable.Range(0, 100_000).Select(index => (byte)('a' + (index % 26)))];
        string text = Encoding.UTF8.GetString(input);
        Assert.Equal(text, Run(ComponentGuests.Cat, new GuestOptions { StandardInput = StandardInput.FromBytes(input) }).Output);
        Assert.Equal(text, Run(ComponentGuests.Cat, new GuestOptions { StandardInput = StandardInput.FromStream(new MemoryStream(input)) }).Output);
        Assert.Equal("", Run(ComponentGuests.Cat).Output);
    }

    [Fact]
    public void It_has_the_directories_that_it_is_given()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("skiff-component-");
        try
        {
            var options = new GuestOptions
            {
                Directories = [new GuestDirectory(directory.FullName, "/a"), new GuestDirectory(directory.FullName, "/b", ReadOnly: true)],
            };
            Assert.Equal("/a rw\n/b ro\n", Run(ComponentGuests.Directories, options).Output);
            Assert.Equal("", Run(ComponentGuests.Directories).Output);
            Assert.Throws<DirectoryNotFoundException>(() =>
                Run(ComponentGuests.Hello, new GuestOptions { Directories = [new GuestDirectory("/no/such/directory", "/")] }));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void It_has_no_network() => Assert.Equal(0, Run(ComponentGuests.Network).ExitCode);

    [Fact]
    public void Its_exit_code_is_one_when_it_fails()
    {
        Assert.Equal(1, Run(ComponentGuests.Exit).ExitCode);
        Assert.Equal(1, Run(ComponentGuests.Fail).ExitCode);
    }

    [Fact]
    public void A_trap_has_its_reason_and_backtrace_and_loses_no_output()
    {
        var output = new MemoryStream();
        TrapException trap = Assert.Throws<TrapException>(() => RunTo(output, ComponentGuests.Trap));
        Assert.Equal(TrapCode.Unreachable, trap.Code);
        Assert.Equal(["inner", "outer"], trap.Frames.Take(2).Select(frame => frame.FunctionName));
        Assert.Equal("on\n", Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal(TrapCode.IntegerDivisionByZero, Assert.Throws<TrapException>(() => Run(ComponentGuests.Divide)).Code);
    }

    [Fact]
    public void Its_time_is_limited_while_it_computes_and_while_it_waits()
    {
        var options = new GuestOptions { TimeLimit = TimeSpan.FromMilliseconds(50) };
        Assert.Throws<TimeLimitException>(() => Run(ComponentGuests.Loop, options));
        Assert.Throws<TimeLimitException>(() => Run(ComponentGuests.Sleep, options));
    }

    [Fact]
    public void It_can_be_cancelled()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.Throws<OperationCanceledException>(() => Command(ComponentGuests.Loop).Run(new GuestOptions(), source.Token));
    }

    [Fact]
    public void Its_memory_is_limited()
    {
        var options = new GuestOptions { MemoryLimit = 4 << 20 };
        Assert.Throws<MemoryLimitException>(() => Run(ComponentGuests.Large, options));
        Assert.Equal(TrapCode.Unreachable, Assert.Throws<TrapException>(() => Run(ComponentGuests.Greedy, options)).Code);
    }

    [Fact]
    public void Its_fuel_is_limited()
    {
        using var engine = new Engine(new EngineOptions { MeterFuel = true, Interruptible = true });
        using CompiledComponent component = CompiledComponent.Compile(engine, ComponentGuests.Loop);
        using var command = new ComponentCommand(component);
        TrapException trap = Assert.Throws<TrapException>(() => command.Run(new GuestOptions { Fuel = 100_000 }, TestContext.Current.CancellationToken));
        Assert.Equal(TrapCode.OutOfFuel, trap.Code);
    }

    [Fact]
    public void What_a_stream_of_the_embedding_program_throws_reaches_the_caller() =>
        Assert.Equal("full", Assert.Throws<InvalidOperationException>(() => RunTo(new FullStream(), ComponentGuests.Hello)).Message);

    [Fact]
    public void A_command_can_be_run_again_and_at_the_same_time()
    {
        using ComponentCommand command = Command(ComponentGuests.Hello);
        Parallel.For(0, 16, _ =>
        {
            var output = new MemoryStream();
            Assert.Equal(0, command.Run(new GuestOptions { StandardOutput = StandardOutput.ToStream(output) }, TestContext.Current.CancellationToken));
            Assert.Equal("hello\n", Encoding.UTF8.GetString(output.ToArray()));
        });
    }

    [Fact]
    public void What_is_no_command_is_refused()
    {
        Assert.Contains("exports no 'wasi:cli/run'", Assert.Throws<InvalidModuleException>(() => ComponentCommand.Require(ComponentGuests.Library)).Message, StringComparison.Ordinal);
        Assert.Contains("exports no 'wasi:cli/run'", Assert.Throws<InvalidModuleException>(() => Command(ComponentGuests.Library)).Message, StringComparison.Ordinal);
        Assert.Contains("imports 'example:test/host'", Assert.Throws<InvalidModuleException>(() => ComponentCommand.Require(ComponentGuests.Foreign)).Message, StringComparison.Ordinal);
        Assert.Contains("example:test/host", Assert.Throws<InvalidModuleException>(() => Run(ComponentGuests.Foreign)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidModuleException>(() => CompiledComponent.Compile(Guests.Engine, Engine.TranslateText("(module)")));
        Assert.Throws<InvalidModuleException>(() => CompiledModule.Compile(Guests.Engine, ComponentGuests.Hello));
        ComponentCommand.Require(ComponentGuests.Hello);
    }

    [Fact]
    public void Data_far_apart_is_where_it_belongs()
    {
        byte[] component = ComponentGuests.Command(
            "(call $say (i32.const 64) (i32.const 3)) (call $say (i32.const 20000000) (i32.const 4)) (call $say (i32.const 33000000) (i32.const 1))",
            """(data (i32.const 64) "one") (data (i32.const 20000000) "two\n") (data (i32.const 1000000) "x")"""
            + string.Concat(Enumerable.Range(0, 200).Select(index => $"(data (i32.const {2_000_000 + (index * 85_000)}) \"{new string('x', 80_000)}\")")),
            pages: 520);
        Assert.Equal("onetwo\n\0", Run(component).Output);
    }

    [Fact]
    public void Determinism_is_refused() =>
        Assert.Throws<ArgumentException>(() => Run(ComponentGuests.Hello, new GuestOptions { IsDeterministic = true }));

    [Fact]
    public void Machine_code_is_kept_in_the_cache_and_in_files_as_that_of_modules_is()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("skiff-component-");
        try
        {
            string file = Path.Combine(directory.FullName, "hello.wasm"), code = Path.Combine(directory.FullName, "hello.cwasm");
            File.WriteAllBytes(file, ComponentGuests.Hello);
            var cache = new CompilationCache(Path.Combine(directory.FullName, "cache"));
            var observer = new Observer();
            for (int i = 0; i < 3; i++)
            {
                using CompiledComponent component = i < 2
                    ? cache.LoadComponent(Guests.Engine, file, observer)
                    : cache.LoadComponent(Guests.Engine, ComponentGuests.Hello, observer);
                using var command = new ComponentCommand(component);
                Assert.Equal(0, command.Run(new GuestOptions(), TestContext.Current.CancellationToken));
            }

            Assert.Equal(1, observer.Count);
            using (CompiledComponent component = cache.LoadComponent(Guests.Engine, file))
            {
                PrecompiledModule.Write(component, code, PrecompilationKey.ReadOrCreate(Path.Combine(directory.FullName, "key")));
            }

            foreach (CompilationCache? copies in new[] { cache, null })
            {
                PrecompiledModule precompiled = PrecompiledModule.Open(code, PrecompilationKey.Read(Path.Combine(directory.FullName, "key")), copies);
                Assert.True(precompiled.IsComponent);
                using CompiledComponent component = precompiled.LoadComponent(Guests.Engine);
                using var command = new ComponentCommand(component);
                Assert.Equal(0, command.Run(new GuestOptions(), TestContext.Current.CancellationToken));
                Assert.Throws<InvalidModuleException>(() => precompiled.Load(Guests.Engine));
            }

            using CompiledModule module = Guests.Compile("(module)");
            PrecompiledModule.Write(module, code, PrecompilationKey.Read(Path.Combine(directory.FullName, "key"))!);
            Assert.False(PrecompiledModule.OpenUnauthenticated(code).IsComponent);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static ComponentCommand Command(byte[] component) => new(CompiledComponent.Compile(Guests.Engine, component));

    private static int RunTo(Stream output, byte[] component)
    {
        using ComponentCommand command = Command(component);
        return command.Run(new GuestOptions { StandardOutput = StandardOutput.ToStream(output), TimeLimit = Guests.Bound });
    }

    private static Outcome Run(byte[] component, GuestOptions? options = null)
    {
        options ??= new GuestOptions();
        var output = new MemoryStream();
        var error = new MemoryStream();
        using ComponentCommand command = Command(component);
        int exitCode = command.Run(options with
        {
            StandardOutput = StandardOutput.ToStream(output),
            StandardError = StandardOutput.ToStream(error),
            TimeLimit = options.TimeLimit ?? Guests.Bound,
        });
        return new Outcome(exitCode, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    private sealed class Observer : ICompilationObserver
    {
        public int Count { get; private set; }

        public void CompilationStarted(ReadOnlyMemory<byte> wasm) => Count++;

        public void CompilationFinished()
        {
        }
    }

    private sealed class FullStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("full");
    }
}
