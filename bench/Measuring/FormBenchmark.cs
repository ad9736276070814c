namespace Skiff.Benchmarks.Measuring;

/// <summary>Measures workloads in forms.</summary>
internal static class FormBenchmark
{
    private const int MemoryRuns = 3;
    private const int UncountedRuns = 2;

    // A cache that knows a file by its stamp trusts no stamp that is younger than two seconds.
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(2.5);

    /// <summary>
    /// Runs a workload in all forms in turn, so that what else the machine does falls on all. The first runs of each are not
    /// counted, in which caches are filled. Memory is measured in runs of its own.
    /// </summary>
    public static IReadOnlyList<Measurement> Run(Workload workload, IReadOnlyList<Form> forms, int runs)
    {
        Console.WriteLine($"{workload.Title} ...");
        var times = forms.ToDictionary(form => form, _ => new List<TimedRun>());
        for (int run = -UncountedRuns; run < runs; run++)
        {
            foreach (Form form in forms)
            {
                TimedRun time = TimedRun.Of(form.Command(workload));
                if (run >= 0)
                {
                    times[form].Add(time);
                }
            }

            if (run < 0)
            {
                Thread.Sleep(s_settling);
            }
        }

        return [.. forms.Select(form => Measure(workload, form, times[form]))];
    }

    private static Measurement Measure(Workload workload, Form form, List<TimedRun> times)
    {
        (long size, long gzip) = form.Sizes(workload.Program);
        return new Measurement(
            workload, form, size, gzip,
            Spread.Of(times.Select(time => time.Process)),
            Spread.Of(times.Select(time => time.ToMain)),
            Spread.Of(times.Select(time => time.InsideMain)),
            PeakMemory.IsSupported ? Spread.Of(Enumerable.Range(0, MemoryRuns).Select(_ => PeakMemory.Of(form.Command(workload)))) : null);
    }
}
