using System.Diagnostics;

namespace Skiff.Cli;

/// <summary>When this process began.</summary>
internal static class ProcessStart
{
    /// <summary>The timestamp of <see cref="Stopwatch"/> at the beginning of <c>Main</c>, which sets it.</summary>
    public static long MainEntered { get; set; }

    /// <summary>The time from the start of the process to the beginning of <c>Main</c>, as far as the system tells.</summary>
    /// <remarks>
    /// Linux tells the time of the start to a hundredth of a second only, but exactly how long the first thread has worked
    /// and waited for a processor; before <c>Main</c> it does little else.
    /// </remarks>
    public static TimeSpan Elapsed
    {
        get
        {
            TimeSpan sinceMain = Stopwatch.GetElapsedTime(MainEntered);
            TimeSpan sinceStart = OperatingSystem.IsLinux() ? Scheduled() : DateTime.Now - Process.GetCurrentProcess().StartTime;
            return sinceStart > sinceMain ? sinceStart - sinceMain : TimeSpan.Zero;
        }
    }

    private static TimeSpan Scheduled()
    {
        try
        {
            // Nanoseconds on a processor, nanoseconds in the queue for one, number of turns.
            string[] figures = File.ReadAllText("/proc/thread-self/schedstat").Split(' ');
            return new TimeSpan((long.Parse(figures[0]) + long.Parse(figures[1])) / TimeSpan.NanosecondsPerTick);
        }
        catch (IOException)
        {
            // A kernel without scheduler statistics.
            return Environment.CpuUsage.TotalTime;
        }
    }
}
