using System.IO.Pipes;

namespace Skiff.Hosting.Tests;

public class LimitTests
{
    private static readonly GuestOptions s_short = new() { TimeLimit = TimeSpan.FromMilliseconds(200) };

    [Fact]
    public void The_time_limit_ends_a_loop() => Assert.Equal(
        s_short.TimeLimit,
        Assert.Throws<TimeLimitException>(() => Guests.Run(Guests.Command("(loop $l (br $l))"), s_short)).Limit);

    [Fact]
    public void The_time_limit_ends_a_sleep() =>
        Assert.Throws<TimeLimitException>(() => Guests.Run(Sleep(TimeSpan.FromHours(1)), s_short));

    [Fact]
    public void The_time_limit_ends_a_wait_for_input()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In);
        using var writer = new AnonymousPipeClientStream(PipeDirection.Out, pipe.ClientSafePipeHandle);
        var script = new GuestScript();
        int room = script.Reserve(16);
        script.Do("fd_read", 0, script.Vector((room, 16)), 1, script.Reserve(4));
        Assert.Throws<TimeLimitException>(() => Guests.Run(script.ToString(), s_short with { StandardInput = StandardInput.FromStream(pipe) }));
    }

    [Fact]
    public void The_time_limit_ends_a_poll_for_input()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In);
        using var writer = new AnonymousPipeClientStream(PipeDirection.Out, pipe.ClientSafePipeHandle);
        var script = new GuestScript();
        int events = script.Reserve(32);
        script.Do("poll_oneoff", PollTests.Subscribe(script, PollTests.Read(1, 0)), events, 1, script.Reserve(4));
        Assert.Throws<TimeLimitException>(() => Guests.Run(script.ToString(), s_short with { StandardInput = StandardInput.FromStream(pipe) }));
    }

    [Fact]
    public void A_guest_that_is_done_in_time_is_not_disturbed()
    {
        using CompiledModule module = Guests.Compile(Sleep(TimeSpan.FromMilliseconds(50)));
        using var command = new WasiCommand(module);
        // Another guest's limit makes all guests of the engine look whether they are meant.
        Parallel.For(0, 4, i =>
        {
            if (i % 2 == 0)
            {
                Assert.Equal(0, Guests.Run(command, new GuestOptions { TimeLimit = TimeSpan.FromMinutes(1) }).ExitCode);
            }
            else
            {
                Assert.Throws<TimeLimitException>(() => Guests.Run(Guests.Command("(loop $l (br $l))"), s_short));
            }
        });
    }

    [Theory]
    [InlineData("(loop $l (br $l))")]
    [InlineData(null)]
    public async Task Cancellation_ends_the_guest(string? body)
    {
        using CompiledModule module = Guests.Compile(body is null ? Sleep(TimeSpan.FromHours(1)) : Guests.Command(body));
        using var command = new WasiCommand(module);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<int> run = Task.Run(() => command.Run(new GuestOptions { TimeLimit = Guests.Bound }, source.Token), source.Token);
        source.CancelAfter(TimeSpan.FromMilliseconds(100));
        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public void A_guest_is_not_started_when_it_is_cancelled_before()
    {
        using CompiledModule module = Guests.Compile(Guests.Command(""));
        using var command = new WasiCommand(module);
        Assert.Throws<OperationCanceledException>(() => command.Run(new GuestOptions(), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_limit_that_the_engine_was_not_made_for_is_refused()
    {
        using var engine = new Engine();
        using var module = CompiledModule.Compile(engine, Engine.TranslateText(Guests.Command("")));
        using var command = new WasiCommand(module);
        CancellationToken none = CancellationToken.None;
        Assert.Throws<InvalidOperationException>(() => command.Run(new GuestOptions { TimeLimit = Guests.Bound }, none));
        Assert.Throws<InvalidOperationException>(() => command.Run(new GuestOptions(), TestContext.Current.CancellationToken));
        Assert.Throws<InvalidOperationException>(() => command.Run(new GuestOptions { Fuel = 1 }, none));
    }

    [Fact]
    public void Memory_grows_to_its_limit_and_no_further()
    {
        const string module = """
            (module
              (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
              (memory (export "memory") 1)
              (func (export "_start")
                (loop $more (br_if $more (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))
                (call $exit (memory.size))))
            """;
        Assert.Equal(10, Guests.Run(module, new GuestOptions { MemoryLimit = 10 << 16 }).ExitCode);
    }

    [Fact]
    public void A_module_that_begins_above_the_memory_limit_does_not_start()
    {
        var options = new GuestOptions { MemoryLimit = 1 << 16 };
        Assert.Equal(1 << 16, Assert.Throws<MemoryLimitException>(() => Guests.Run(Guests.Command(""), options)).Limit);
    }

    [Fact]
    public void A_trap_with_all_memory_used_is_put_down_to_the_limit()
    {
        const string module = """
            (module
              (memory (export "memory") 1)
              (func (export "_start")
                (loop $more (br_if $more (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))
                unreachable))
            """;
        var options = new GuestOptions { MemoryLimit = 10 << 16 };
        MemoryLimitException exception = Assert.Throws<MemoryLimitException>(() => Guests.Run(module, options));
        Assert.IsType<TrapException>(exception.InnerException);
    }

    [Fact]
    public void Fuel_is_used_up()
    {
        using var engine = new Engine(new EngineOptions { MeterFuel = true });
        using var module = CompiledModule.Compile(engine, Engine.TranslateText(Guests.Command("(loop $l (br $l))")));
        using var command = new WasiCommand(module);
        TrapException trap = Assert.Throws<TrapException>(() => command.Run(new GuestOptions { Fuel = 1_000_000 }, CancellationToken.None));
        Assert.Equal(TrapCode.OutOfFuel, trap.Code);
    }

    /// <summary>A guest that sleeps once.</summary>
    private static string Sleep(TimeSpan duration)
    {
        var script = new GuestScript();
        int events = script.Reserve(32);
        script.Do("poll_oneoff", PollTests.Subscribe(script, PollTests.Clock(1, 1, duration.Ticks * 100)), events, 1, script.Reserve(4));
        return script.ToString();
    }
}
