using System.Diagnostics;
using System.Globalization;

namespace Skiff.Benchmarks.Measuring;

/// <summary>Runs a program that says when its Main began and ended (<see cref="Programs.MainClock"/>).</summary>
/// <param name="Process">How long the process took; this and all times are in milliseconds.</param>
/// <param name="ToMain">How long until Main began.</param>
/// <param name="InsideMain">How long Main took.</param>
internal readonly record struct TimedRun(double Process, double ToMain, double InsideMain)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed, did not say its times, or ran for a minute.</exception>
    public static TimedRun Of(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true };
        DateTime begin = DateTime.UtcNow;
        long timestamp = Stopwatch.GetTimestamp();
        using Process process = System.Diagnostics.Process.Start(start)!;
        using Timer timer = new(_ => process.Kill(entireProcessTree: true), null, s_limit, Timeout.InfiniteTimeSpan);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double elapsed = Stopwatch.GetElapsedTime(timestamp).TotalMilliseconds;
        string[] times = output.Split('\n').LastOrDefault(line => line.StartsWith(Programs.MainClock.Mark, StringComparison.Ordinal))?.Split(' ')
            ?? throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode} and did not say when its Main began:\n{output}");
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}:\n{output}");
        }

        long began = long.Parse(times[1], CultureInfo.InvariantCulture), ended = long.Parse(times[2], CultureInfo.InvariantCulture);
        return new TimedRun(elapsed, new TimeSpan(began - begin.Ticks).TotalMilliseconds, new TimeSpan(ended - began).TotalMilliseconds);
    }
}
