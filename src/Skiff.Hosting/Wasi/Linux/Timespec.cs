using System.Runtime.InteropServices;

namespace Skiff.Hosting.Wasi.Linux;

/// <summary><c>struct timespec</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Timespec
{
    private const long Now = 0x3fffffff;
    private const long Omit = 0x3ffffffe;
    private const ulong PerSecond = 1_000_000_000;

    public long Seconds;
    public long Nanoseconds;

    /// <summary>The two times of <c>utimensat</c>.</summary>
    public static unsafe void Write(in FileTimes times, Timespec* target)
    {
        target[0] = Make(times.Accessed, times.Flags.HasFlag(TimeFlags.Accessed), times.Flags.HasFlag(TimeFlags.AccessedNow));
        target[1] = Make(times.Modified, times.Flags.HasFlag(TimeFlags.Modified), times.Flags.HasFlag(TimeFlags.ModifiedNow));
    }

    private static Timespec Make(ulong time, bool given, bool now) =>
        now ? new Timespec { Nanoseconds = Now }
        : given ? new Timespec { Seconds = (long)(time / PerSecond), Nanoseconds = (long)(time % PerSecond) }
        : new Timespec { Nanoseconds = Omit };
}
