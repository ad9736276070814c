using System.Diagnostics;
using System.Globalization;
using System.Text;
using Skiff.Hosting;

namespace Skiff.Cli;

/// <summary>Where the time of <c>skiff run --timing</c> goes: what passed between one mark and the next.</summary>
internal sealed class RunTiming : IGuestObserver
{
    private readonly List<(string Phase, TimeSpan Time)> _phases = [("process start", ProcessStart.Elapsed)];
    private long _last = ProcessStart.MainEntered;

    /// <summary>Ends a phase.</summary>
    public void Mark(string phase)
    {
        long now = Stopwatch.GetTimestamp();
        _phases.Add((phase, Stopwatch.GetElapsedTime(_last, now)));
        _last = now;
    }

    public void Started() => Mark("instance");

    public void Ended() => Mark("program");

    /// <summary>Prints the table, a line for each phase, in milliseconds. The system's work after the last line is not in it.</summary>
    public void Write(TextWriter writer)
    {
        var table = new StringBuilder();
        foreach ((string phase, TimeSpan time) in _phases)
        {
            Line(phase, time);
        }

        Line("total", _phases.Aggregate(TimeSpan.Zero, (sum, phase) => sum + phase.Time));
        writer.Write(table);

        void Line(string name, TimeSpan time) =>
            table.Append(CultureInfo.InvariantCulture, $"skiff: {name,-15}{time.TotalMilliseconds,9:F2} ms\n");
    }
}
