using System.IO.Pipes;

namespace Skiff.Hosting.Tests;

public class PollTests
{
    /// <summary>A subscription to a clock.</summary>
    public static byte[] Clock(long userData, int clock, long timeout, short flags = 0) =>
    [
        .. BitConverter.GetBytes(userData), 0, 0, 0, 0, 0, 0, 0, 0, .. BitConverter.GetBytes((long)clock),
        .. BitConverter.GetBytes(timeout), .. BitConverter.GetBytes(0L), .. BitConverter.GetBytes((long)flags),
    ];

    /// <summary>A subscription to what can be read.</summary>
    public static byte[] Read(long userData, int descriptor, byte type = 1) =>
        [.. BitConverter.GetBytes(userData), type, 0, 0, 0, 0, 0, 0, 0, .. BitConverter.GetBytes((long)descriptor), .. new byte[24]];

    /// <summary>Puts subscriptions into memory.</summary>
    internal static int Subscribe(GuestScript script, params byte[][] subscriptions) => script.Bytes([.. subscriptions.SelectMany(bytes => bytes)]).Address;

    [Fact]
    public void The_shortest_clock_comes_first_and_alone()
    {
        var script = new GuestScript();
        int events = script.Reserve(64), count = script.Reserve(4);
        script.Call("poll_oneoff", Subscribe(script, Clock(11, 1, 3_600_000_000_000), Clock(22, 1, 20_000_000)), events, 2, count)
            .PrintNumber(count).PrintNumber(events).PrintByte(events + 8).PrintByte(events + 10);
        Assert.Equal("0\n1\n22\n0\n0\n", Guests.Run(script.ToString()).Output);
    }

    [Fact]
    public void A_time_that_has_passed_is_an_event_at_once()
    {
        var script = new GuestScript();
        int events = script.Reserve(96), count = script.Reserve(4);
        script.Call("poll_oneoff", Subscribe(script, Clock(1, 1, 0), Clock(2, 0, 5, flags: 1), Clock(3, 1, 3_600_000_000_000)), events, 3, count)
            .PrintNumber(count).PrintNumber(events).PrintNumber(events + 32);
        Assert.Equal("0\n2\n1\n2\n", Guests.Run(script.ToString()).Output);
    }

    [Fact]
    public void Outputs_are_always_ready_and_closed_descriptors_fail()
    {
        var script = new GuestScript();
        int events = script.Reserve(96), count = script.Reserve(4);
        script.Call("poll_oneoff", Subscribe(script, Read(1, 1, type: 2), Read(2, 99), Clock(3, 7, 0)), events, 3, count)
            .PrintNumber(count).PrintByte(events + 8).PrintByte(events + 10).PrintByte(events + 32 + 8).PrintByte(events + 64 + 8);
        Assert.Equal("0\n3\n0\n2\n8\n28\n", Guests.Run(script.ToString()).Output);
    }

    [Fact]
    public void No_subscription_and_an_unknown_one_are_invalid()
    {
        var script = new GuestScript();
        int events = script.Reserve(96), count = script.Reserve(4);
        script.Call("poll_oneoff", Subscribe(script, Clock(1, 1, 0)), events, 0, count)
            .Call("poll_oneoff", Subscribe(script, Read(1, 1, type: 9)), events, 1, count);
        Assert.Equal("28\n28\n", Guests.Run(script.ToString()).Output);
    }

    [Fact]
    public void Input_that_arrives_ends_the_wait_and_is_read_whole()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In);
        using var writer = new AnonymousPipeClientStream(PipeDirection.Out, pipe.ClientSafePipeHandle);
        var script = new GuestScript();
        int events = script.Reserve(64), count = script.Reserve(4), room = script.Reserve(16), read = script.Reserve(4);
        int subscriptions = Subscribe(script, Read(5, 0), Clock(6, 1, 3_600_000_000_000));
        int vector = script.Vector((room, 16));
        script.Call("poll_oneoff", subscriptions, events, 2, count).PrintNumber(count).PrintNumber(events)
            .Line($"(loop $all (call $exit_if (call $fd_read (i32.const 0) (i32.const {vector}) (i32.const 1) (i32.const {read}))) (call $say (i32.const {room}) (i32.load (i32.const {read}))) (br_if $all (i32.load (i32.const {read}))))");
        writer.Write("abc"u8);
        writer.Dispose();
        var options = new GuestOptions { StandardInput = StandardInput.FromStream(pipe) };
        Assert.Equal("0\n1\n5\nabc", Guests.Run(script.ToString(), options).Output);
    }

    [Fact]
    public void A_read_after_a_wait_gives_all_that_has_come()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In);
        using var writer = new AnonymousPipeClientStream(PipeDirection.Out, pipe.ClientSafePipeHandle);
        writer.Write("abc"u8);
        Assert.Equal("0\n1\n0\n3\n", Guests.Run(WaitAndRead(3_600_000_000_000), new GuestOptions { StandardInput = StandardInput.FromStream(pipe) }).Output);
    }

    [Fact]
    public void Fixed_input_is_ready_whatever_the_time()
    {
        Assert.Equal("0\n2\n0\n3\n", Guests.Run(WaitAndRead(0), new GuestOptions { StandardInput = StandardInput.FromBytes("abc"u8.ToArray()) }).Output);
    }

    /// <summary>Waits for input and a time, prints how many of them have come, and how much a read gives.</summary>
    private static string WaitAndRead(long nanoseconds)
    {
        var script = new GuestScript();
        int events = script.Reserve(64), count = script.Reserve(4), room = script.Reserve(16), read = script.Reserve(4);
        return script.Call("poll_oneoff", Subscribe(script, Read(5, 0), Clock(6, 1, nanoseconds)), events, 2, count).PrintNumber(count)
            .Call("fd_read", 0, script.Vector((room, 16)), 1, read).PrintNumber(read).ToString();
    }
}
