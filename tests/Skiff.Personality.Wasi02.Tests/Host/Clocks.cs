namespace Skiff.Personality;

internal static unsafe class Clocks
{
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    internal static ulong MonotonicNow() => Time();

    internal static ulong MonotonicResolution() => 50;

    internal static int SubscribeDuration(ulong duration) => Pollables.Add(duration);

    internal static void WallNow(Datetime* result)
    {
        ulong time = Time();
        *result = new Datetime { Seconds = time / NanosecondsPerSecond, Nanoseconds = (uint)(time % NanosecondsPerSecond) };
    }

    internal static void WallResolution(Datetime* result) => *result = new Datetime { Nanoseconds = 50 };

    private static ulong Time()
    {
        ulong time;
        _ = Preview1.ClockTimeGet(0, 1, &time);
        return time;
    }
}
