namespace Skiff.Personality.Tests;

/// <summary>What managed code waits for besides time, on both versions of WASI.</summary>
public sealed unsafe class PollTests : PersonalityTest
{
    private const byte Read = Subscription.FdRead;
    private const byte Write = Subscription.FdWrite;

    private readonly int _file;

    public PollTests()
    {
        Host.AddFile(Host.Preopen("/"), "file");
        Host.Start();
        _file = SystemCalls.Open("/file");
    }

    [Fact]
    public void What_is_ready_ends_a_wait_before_its_time()
    {
        Assert.Equal([true], Wait(1000, (0, Read)));
        Assert.Equal([true, true], Wait(1000, (1, Write), (0, Read)));
        Assert.Equal(2, Host.Waits);
        Assert.Empty(Host.Sleeps);
    }

    [Fact]
    public void A_wait_without_time_ends_when_something_is_ready()
    {
        Assert.Equal([true], Wait(-1, (0, Read)));
        Assert.Empty(Host.Sleeps);
    }

    [Fact]
    public void Time_passes_once_when_nothing_is_ready()
    {
        Host.StreamsWait = true;
        Assert.Equal([false, false], Wait(250, (0, Read), (1, Write)));
        Assert.Equal([250_000_000UL], Host.Sleeps);
    }

    [Fact]
    public void Looking_takes_a_moment_at_most()
    {
        Host.StreamsWait = true;
        Assert.Equal([false], Wait(0, (0, Read)));
        Assert.InRange(Assert.Single(Host.Sleeps), 0UL, 1_000_000UL);
        Host.StreamsWait = false;
        Assert.Equal([true], Wait(0, (0, Read)));
    }

    [Fact]
    public void A_file_and_what_is_not_there_are_ready_without_the_host()
    {
        Host.StreamsWait = true;
        Host.PollErrno = Errno.InputOutput;
        Assert.Equal([false, true], Wait(1000, (0, Read), (_file, Read)));
        Assert.Equal([true, false], Wait(1000, (99, Read), (1, Write)));
        Assert.Empty(Host.Sleeps);
    }

    [Fact]
    public void Any_number_of_things_is_waited_for()
    {
        (int, byte)[] waits = [.. Enumerable.Range(0, 100).Select(i => (i % 3, i % 3 == 0 ? Read : Write))];
        int before = Runtime.Allocated;
        Assert.Equal(Enumerable.Repeat(true, 100), Wait(1000, waits));
        Host.StreamsWait = true;
        Assert.Equal(Enumerable.Repeat(false, 100), Wait(1000, waits));
        Assert.Equal(before, Runtime.Allocated);
    }

    [Fact]
    public void Background_work_comes_first()
    {
        ((delegate* unmanaged<void>)&Poll.ScheduleBackgroundWork)();
        Assert.Equal([false], Wait(-1, (0, Read)));
        Assert.Equal(["background"], Runtime.Calls);
        Assert.Equal([true], Wait(-1, (0, Read)));
    }

#if !WASI02
    [Theory]
    [InlineData(Errno.NotSupported)]
    [InlineData(Errno.NoSystemCall)]
    [InlineData(Errno.NotPermitted)]
    public void A_host_that_cannot_wait_so_waits_in_the_read(int errno)
    {
        Host.PollErrno = errno;
        Assert.Equal([true, true], Wait(1000, (0, Read), (1, Write)));
    }

    [Fact]
    public void A_wait_that_was_interrupted_tells_of_nothing()
    {
        Host.PollErrno = Errno.Interrupted;
        Assert.Equal([false], Wait(1000, (0, Read)));
    }
#endif

    private static bool[] Wait(int milliseconds, params (int Number, byte Type)[] waits)
    {
        HostWait[] items = [.. waits.Select(wait => new HostWait { Number = wait.Number, Type = wait.Type, Ready = 9 })];
        fixed (HostWait* start = items)
        {
            HostWaits list = new() { Count = items.Length, Items = start };
            bool ran = ((delegate* unmanaged<HostWaits*, int, int>)&Poll.TimedWait)(&list, milliseconds) != 0;
            return [.. items.Select(item => !ran && item.Ready == 1)];
        }
    }
}
