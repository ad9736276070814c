namespace Skiff.Personality.Tests;

public sealed unsafe class ClockTests : PersonalityTest
{
    [Fact]
    public void Clocks_are_in_milliseconds()
    {
        Host.Now = 2_500_000_000 - 10;
        Assert.Equal(2500.0, ((delegate* unmanaged<double>)&Clock.GetNow)());
        Host.Now = 3_500_000_000 - 10;
        Assert.Equal(3500.0, ((delegate* unmanaged<double>)&Clock.DateNow)());
        Assert.Equal(50.0, ((delegate* unmanaged<double>)&Clock.GetNowResolution)());
        Assert.Equal(1, ((delegate* unmanaged<int>)&Clock.GetNowIsMonotonic)());
    }

    [Theory]
    [InlineData(5_000, 900, 5_000)]
    [InlineData(5_000, 9_000, 9_000)]
    public void A_program_s_clock_never_goes_back(int booted, int host, int shown)
    {
        Host.Now = (ulong)booted * 1_000_000;
        Clock.Hold();
        Host.Now = (ulong)host * 1_000_000;
        Clock.Continue();
        Assert.InRange(((delegate* unmanaged<double>)&Clock.GetNow)(), shown, shown + 1);
        Host.Now = ulong.MaxValue / 2;
        Clock.Continue();
    }

    [Fact]
    public void A_wait_sleeps_and_does_not_spin()
    {
        Assert.Equal(0, Wait(250));
        Assert.Equal(250_000_000UL, Assert.Single(Host.Sleeps));
        Assert.Equal(0, Wait(0));
        Assert.Equal(0, Wait(-1));
        Assert.Single(Host.Sleeps);
    }

    [Fact]
    public void A_host_that_wakes_early_is_sent_back_to_sleep()
    {
        Host.SleepsShort = 2;
        ulong start = Host.Now;
        Assert.Equal(0, Wait(100));
        Assert.InRange(Host.Now - start, 100_000_000UL, 100_100_000UL);
        Assert.InRange(Host.Sleeps.Count, 2, 40);
    }

    [Fact]
    public void Background_work_comes_first_and_once()
    {
        ((delegate* unmanaged<void>)&Poll.ScheduleBackgroundWork)();
        Assert.Equal(1, Wait(1000));
        Assert.Equal(["background"], Runtime.Calls);
        Assert.Empty(Host.Sleeps);
        Assert.Equal(0, Wait(1));
        Assert.Equal(["background"], Runtime.Calls);
    }

    private static int Wait(int milliseconds) => ((delegate* unmanaged<HostWaits*, int, int>)&Poll.TimedWait)(null, milliseconds);
}
