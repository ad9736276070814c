using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>The clocks of WASI preview1 as Emscripten's C library asks for them: in milliseconds, as doubles.</summary>
internal static unsafe class Clock
{
    /// <summary>Time since 1970 (`clockid` realtime).</summary>
    internal const uint Realtime = 0;

    /// <summary>Time that never goes back (`clockid` monotonic).</summary>
    internal const uint Monotonic = 1;

    private const double NanosecondsPerMillisecond = 1_000_000;

    /// <summary>What the monotonic clock showed when the program was booted for a snapshot.</summary>
    private static ulong _held;

    /// <summary>What the host's monotonic clock is behind that.</summary>
    private static ulong _behind;

    /// <summary>The monotonic clock in nanoseconds; 0 when the host has none.</summary>
    internal static ulong Now() => Time(Monotonic) + _behind;

    /// <summary>Remembers what the monotonic clock shows: it is not to show less when the program is started.</summary>
    internal static void Hold() => _held = Now();

    /// <summary>Starts the clock of a program that was booted on another host.</summary>
    internal static void Continue()
    {
        ulong now = Time(Monotonic);
        _behind = now < _held ? _held - now : 0;
    }

    /// <summary><c>emscripten_get_now</c>: the monotonic clock, in milliseconds.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.emscripten_get_now")]
    internal static double GetNow() => Now() / NanosecondsPerMillisecond;

    /// <summary><c>_emscripten_get_now_is_monotonic</c>: it is.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env._emscripten_get_now_is_monotonic")]
    internal static int GetNowIsMonotonic() => 1;

    /// <summary><c>emscripten_get_now_res</c>: the resolution of the monotonic clock, in nanoseconds.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.emscripten_get_now_res")]
    internal static double GetNowResolution()
    {
        ulong resolution = 0;
        return Wasi.ClockResGet(Monotonic, &resolution) == Errno.Success ? resolution : 1;
    }

    /// <summary><c>emscripten_date_now</c>: milliseconds since 1970.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.emscripten_date_now")]
    internal static double DateNow() => Time(Realtime) / NanosecondsPerMillisecond;

    private static ulong Time(uint clock)
    {
        ulong time = 0;
        return Wasi.ClockTimeGet(clock, 1, &time) == Errno.Success ? time : 0;
    }
}
