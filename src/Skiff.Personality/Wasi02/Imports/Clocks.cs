using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>`wasi:clocks`; times in nanoseconds.</summary>
internal static unsafe class Clocks
{
    private const string Monotonic = "wasi:clocks/monotonic-clock@0.2.12";
    private const string Wall = "wasi:clocks/wall-clock@0.2.12";

    [DllImport(Monotonic, EntryPoint = "now")]
    internal static extern ulong MonotonicNow();

    [DllImport(Monotonic, EntryPoint = "resolution")]
    internal static extern ulong MonotonicResolution();

    /// <summary>A pollable that becomes ready after a time.</summary>
    [DllImport(Monotonic, EntryPoint = "subscribe-duration")]
    internal static extern int SubscribeDuration(ulong duration);

    [DllImport(Wall, EntryPoint = "now")]
    internal static extern void WallNow(Datetime* result);

    [DllImport(Wall, EntryPoint = "resolution")]
    internal static extern void WallResolution(Datetime* result);
}
