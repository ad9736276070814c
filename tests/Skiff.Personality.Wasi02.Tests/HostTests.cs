using System.Text;

namespace Skiff.Personality.Tests;

/// <summary>What only WASI 0.2 has: memory for what the host returns, streams, pollables, one bit of exit code.</summary>
public sealed unsafe class HostTests : PersonalityTest
{
    [Fact]
    public void The_host_gets_memory_of_the_C_library_and_none_for_nothing()
    {
        int before = Runtime.Allocated;
        byte* memory = (byte*)Allocate(null, 0, 8, 100);
        Assert.Equal(before + 1, Runtime.Allocated);
        memory[99] = 7;
        memory = (byte*)Allocate(memory, 100, 8, 200);
        Assert.Equal(7, memory[99]);
        Runtime.Free(memory);
        Assert.Equal(4, (nint)Allocate(null, 0, 4, 0));
        Assert.Equal(before, Runtime.Allocated);
    }

    [Fact]
    public void Bytes_that_were_asked_for_go_where_they_were_asked_for()
    {
        byte* buffer = stackalloc byte[8];
        Realloc.Offer(buffer, 8);
        Assert.Equal((nint)buffer, (nint)Allocate(null, 0, 1, 8));
        Assert.Equal(8U, Realloc.Take(buffer, 8, buffer, 8));

        Realloc.Offer(buffer, 4);
        byte* elsewhere = (byte*)Allocate(null, 0, 1, 5);
        Assert.NotEqual((nint)buffer, (nint)elsewhere);
        "abcde"u8.CopyTo(new Span<byte>(elsewhere, 5));
        Assert.Equal(4U, Realloc.Take(elsewhere, 5, buffer, 4));
        Assert.Equal("abcd", Encoding.UTF8.GetString(buffer, 4));
    }

    [Fact]
    public void Arguments_and_environment_arrive_and_leave_no_memory_behind()
    {
        Host.Arguments.AddRange(["program", "", "zwei Wörter"]);
        Host.Environment.AddRange(["PWD=/", "EMPTY=", "A=b=c"]);
        Host.Start();
        Assert.Equal(3U, Arguments.Count);
        Assert.Equal(["program", "", "zwei Wörter"], Enumerable.Range(0, 3).Select(Argument));

        int before = Runtime.Allocated;
        byte* value = Environ.Get("A"u8);
        Assert.Equal("b=c", Encoding.UTF8.GetString(value, (int)Text.Length(value)));
        Runtime.Free(value);
        Assert.Equal(before, Runtime.Allocated);

        static string Argument(int index) => Encoding.UTF8.GetString(Arguments.At((uint)index), (int)Text.Length(Arguments.At((uint)index)));
    }

    [Theory]
    [InlineData("/data/work", "/data/work")]
    [InlineData("/data/none", "/data")]
    [InlineData("/", "/data")]
    [InlineData("", "/data")]
    [InlineData(null, "/data")]
    public void The_program_starts_where_the_host_says_and_else_in_PWD(string? said, string expected)
    {
        Host.AddDirectory(Host.Preopen("/data"), "work");
        Host.Environment.Add("PWD=/data");
        Host.InitialDirectory = said;
        Host.Start();
        Assert.Equal(expected, Encoding.UTF8.GetString(WorkingDirectory.Path, (int)Text.Length(WorkingDirectory.Path)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(20_000)]
    public void Output_of_any_length_is_written_whole(int length)
    {
        Host.Start();
        string text = new('x', length);
        Assert.Equal(length, SystemCalls.Write(1, text));
        Assert.Equal(text, Host.Output.ToString());
    }

    [Fact]
    public void Output_waits_for_room()
    {
        Host.Start();
        Host.StreamErrors.Enqueue(Errno.Again);
        Assert.Equal(5000, SystemCalls.Write(1, new string('x', 5000)));
        Assert.Equal(1, Host.Waits);
    }

    [Fact]
    public void Input_is_waited_for_and_ends()
    {
        Host.Start();
        Host.StreamErrors.Enqueue(Errno.Again);
        Host.Input.Enqueue("line"u8.ToArray());
        Assert.Equal(Errno.Success, SystemCalls.Read(0, out string text));
        Assert.Equal("line", text);
        Assert.Equal(1, Host.Waits);
        Assert.Equal(Errno.Success, SystemCalls.Read(0, out text));
        Assert.Equal("", text);
    }

    [Fact]
    public void A_time_a_stream_and_something_else_are_waited_for_at_once()
    {
        Host.Start();
        Subscription* subscriptions = stackalloc Subscription[3];
        Event* events = stackalloc Event[3];
        new Span<Subscription>(subscriptions, 3).Clear();
        subscriptions[0].Type = Subscription.Clock;
        subscriptions[0].Timeout = 1_000;
        subscriptions[1].Type = Subscription.Pollable;
        subscriptions[1].Fd = 50;
        subscriptions[1].UserData = 77;
        subscriptions[2].Type = Subscription.FdRead;
        uint occurred;

        Assert.Equal(Errno.Success, Wasi.PollOneoff(subscriptions, events, 3, &occurred));

        Assert.Equal((2U, 77UL, (ushort)0), (occurred, events[0].UserData, events[0].Error));
        Assert.Equal(0, Pollables.Count);
    }

    [Fact]
    public void What_cannot_be_waited_for_has_occurred_with_its_error()
    {
        Host.Start();
        Subscription* subscriptions = stackalloc Subscription[2];
        Event* events = stackalloc Event[2];
        new Span<Subscription>(subscriptions, 2).Clear();
        subscriptions[0].Timeout = 1_000_000_000;
        subscriptions[1].Type = Subscription.FdRead;
        subscriptions[1].Fd = 99;
        uint occurred;

        Assert.Equal(Errno.Success, Wasi.PollOneoff(subscriptions, events, 2, &occurred));

        Assert.Equal((1U, (ushort)Errno.BadDescriptor), (occurred, events[0].Error));
        Assert.Empty(Host.Sleeps);
        Assert.Equal(0, Pollables.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(70_000)]
    public void Random_bytes_fill_the_buffer(int length)
    {
        byte[] bytes = new byte[length + 1];
        fixed (byte* start = bytes)
        {
            Assert.Equal(0, ((delegate* unmanaged<byte*, uint, int>)&Random.Entropy)(start, (uint)length));
        }

        Assert.Equal(0, bytes[length]);
        Assert.True(length < 16 || bytes.AsSpan(length - 8, 8).IndexOfAnyExcept((byte)0) >= 0);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(42, 1)]
    public void The_host_is_told_of_success_or_failure(int code, int status)
    {
        Assert.Equal(status, Assert.Throws<ExitException>(() => Wasi.ProcExit(code)).Code);
    }

    private static void* Allocate(void* old, uint oldSize, uint alignment, uint size) =>
        ((delegate* unmanaged<void*, uint, uint, uint, void*>)&Realloc.Reallocate)(old, oldSize, alignment, size);
}
