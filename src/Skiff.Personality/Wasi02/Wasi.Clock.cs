namespace Skiff.Personality;

/// <content>Clocks.</content>
internal static unsafe partial class Wasi
{
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    internal static int ClockResGet(uint clock, ulong* resolution)
    {
        if (clock == Clock.Monotonic)
        {
            *resolution = Clocks.MonotonicResolution();
            return Errno.Success;
        }

        Datetime time;
        Clocks.WallResolution(&time);
        *resolution = (time.Seconds * NanosecondsPerSecond) + time.Nanoseconds;
        return Errno.Success;
    }

    internal static int ClockTimeGet(uint clock, ulong precision, ulong* time)
    {
        if (clock == Clock.Monotonic)
        {
            *time = Clocks.MonotonicNow();
            return Errno.Success;
        }

        Datetime now;
        Clocks.WallNow(&now);
        *time = (now.Seconds * NanosecondsPerSecond) + now.Nanoseconds;
        return Errno.Success;
    }
}
