namespace Skiff.Hosting.Tests;

public class CommandTests
{
    [Fact]
    public void Output_and_exit_code_reach_the_caller()
    {
        Guests.Outcome outcome = Guests.Run(Guests.Command(
            "(call $say (i32.const 1024) (i32.const 6)) (call $proc_exit (i32.const 200))",
            """(data (i32.const 1024) "hello\n")"""));
        Assert.Equal(new Guests.Outcome(200, "hello\n", ""), outcome);
    }

    [Fact]
    public void A_command_that_returns_exits_with_zero() => Assert.Equal(0, Guests.Run(Guests.Command("")).ExitCode);

    [Theory]
    [InlineData(1)]
    [InlineData(126)]
    [InlineData(255)]
    [InlineData(-1)]
    public void Every_exit_code_passes_through(int exitCode) =>
        Assert.Equal(exitCode, Guests.Run(Guests.Command($"(call $proc_exit (i32.const {exitCode}))")).ExitCode);

    [Fact]
    public void Nothing_runs_after_the_exit()
    {
        Guests.Outcome outcome = Guests.Run(Guests.Command(
            "(call $proc_exit (i32.const 3)) (call $say (i32.const 1024) (i32.const 6))",
            """(data (i32.const 1024) "hello\n")"""));
        Assert.Equal(new Guests.Outcome(3, "", ""), outcome);
    }

    [Fact]
    public void Arguments_arrive_in_order_as_utf8()
    {
        var script = new GuestScript();
        int pointers = script.Reserve(64), buffer = script.Reserve(256), count = script.Reserve(4), size = script.Reserve(4);
        script.Do("args_sizes_get", count, size).PrintNumber(count).PrintNumber(size)
            .Do("args_get", pointers, buffer).PrintText(buffer, GuestScript.Load(size));
        Assert.Equal("3\n12\nap\0\0größe\0\n", Guests.Run(script.ToString(), new GuestOptions { Arguments = ["ap", "", "größe"] }).Output);
    }

    [Fact]
    public void The_environment_is_what_is_given_and_nothing_else()
    {
        var script = new GuestScript();
        int pointers = script.Reserve(64), buffer = script.Reserve(256), count = script.Reserve(4), size = script.Reserve(4);
        script.Do("environ_sizes_get", count, size).PrintNumber(count)
            .Do("environ_get", pointers, buffer).PrintText(buffer, GuestScript.Load(size));
        string module = script.ToString();
        Assert.Equal("0\n\n", Guests.Run(module).Output);
        Assert.Equal("2\nB=2=3\0A=\0\n", Guests.Run(module, new GuestOptions { Environment = [new("B", "2=3"), new("A", "")] }).Output);
    }

    [Fact]
    public void An_argument_with_a_zero_is_refused()
    {
        var options = new GuestOptions { Arguments = ["a\0b"] };
        Assert.Throws<ArgumentException>(() => Guests.Run(Guests.Command(""), options));
    }

    [Fact]
    public void Input_from_bytes_ends_at_their_end()
    {
        var script = new GuestScript();
        int room = script.Reserve(16), count = script.Reserve(4), vector = script.Vector((room, 4));
        for (int i = 0; i < 3; i++)
        {
            script.Do("fd_read", 0, vector, 1, count).PrintText(room, GuestScript.Load(count));
        }

        var options = new GuestOptions { StandardInput = StandardInput.FromBytes("abcdef"u8.ToArray()) };
        Assert.Equal("abcd\nef\n\n", Guests.Run(script.ToString(), options).Output);
    }

    [Fact]
    public void Each_run_reads_the_bytes_from_their_beginning()
    {
        var script = new GuestScript();
        int room = script.Reserve(16), count = script.Reserve(4), vector = script.Vector((room, 16));
        script.Do("fd_read", 0, vector, 1, count).PrintText(room, GuestScript.Load(count));
        using CompiledModule module = Guests.Compile(script.ToString());
        using var command = new WasiCommand(module);
        var options = new GuestOptions { StandardInput = StandardInput.FromBytes("abc"u8.ToArray()) };
        Assert.Equal("abc\n", Guests.Run(command, options).Output);
        Assert.Equal("abc\n", Guests.Run(command, options).Output);
    }

    [Fact]
    public void What_an_output_stream_throws_reaches_the_caller()
    {
        using CompiledModule module = Guests.Compile(Guests.Command("(call $say (i32.const 0) (i32.const 1))"));
        using var command = new WasiCommand(module);
        var closed = new MemoryStream();
        closed.Dispose();
        var options = new GuestOptions { StandardOutput = StandardOutput.ToStream(closed) };
        Assert.Throws<ObjectDisposedException>(() => command.Run(options, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_start_function_may_call_wasi()
    {
        const string module = """
            (module
              (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
              (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
              (memory (export "memory") 1)
              (func $early (call $exit (i32.add (i32.const 7) (call $random (i32.const 0) (i32.const 16)))))
              (start $early)
              (func (export "_start")))
            """;
        Assert.Equal(7, Guests.Run(module).ExitCode);
    }

    [Fact]
    public void A_pointer_outside_of_memory_is_a_fault()
    {
        var script = new GuestScript();
        int count = script.Reserve(4);
        script.Call("random_get", -8, 16)
            .Call("random_get", 0, -1)
            .Call("clock_time_get", 0, 0, -4)
            .Call("fd_write", 1, -8, 1, count)
            .Call("fd_write", 1, 0, 0x7fffffff, count)
            .Call("fd_write", 1, script.Vector((-16, 32)), 1, count)
            .Call("fd_read", 0, 0, 1, -1)
            .Call("poll_oneoff", 0, -32, 1, count)
            .Call("poll_oneoff", 0, 0, -1, count)
            .Call("args_get", -4, 0);
        var options = new GuestOptions { Arguments = ["name"] };
        Assert.All(Guests.Run(script.ToString(), options).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal("21", line));
    }

    [Fact]
    public void Random_bytes_differ_between_runs()
    {
        var script = new GuestScript();
        int room = script.Reserve(16);
        script.Do("random_get", room, 16);
        for (int i = 0; i < 16; i++)
        {
            script.PrintByte(room + i);
        }

        string module = script.ToString();
        Assert.NotEqual(Guests.Run(module).Output, Guests.Run(module).Output);
    }

    [Fact]
    public void Clocks_tell_the_time_and_unknown_ones_nothing()
    {
        var script = new GuestScript();
        int time = script.Reserve(8);
        script.Call("clock_time_get", 0, 0, time)
            .Line($"(call $print (i32.wrap_i64 (i64.div_u (i64.load (i32.const {time})) (i64.const 1000000000))))")
            .Call("clock_time_get", 1, 0, time)
            .Call("clock_res_get", 1, time)
            .Call("clock_time_get", 2, 0, time)
            .Call("clock_res_get", 9, time);
        string[] lines = Guests.Run(script.ToString()).Output.Split('\n');
        Assert.Equal(["0", lines[1], "0", "0", "28", "28", ""], lines);
        Assert.InRange(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - long.Parse(lines[1]), 0, 60);
    }
}
