using Skiff.Benchmarks.Measuring;

namespace Skiff.Benchmarks.Reporting;

/// <summary>The results in a terminal.</summary>
internal static class ConsoleReport
{
    /// <summary>Prints them.</summary>
    public static void Write(Results results)
    {
        foreach (IGrouping<Workload, Measurement> workload in results.Measurements.GroupBy(measurement => measurement.Workload))
        {
            Console.WriteLine();
            Console.WriteLine($"{workload.Key.Title,-30}{"file",10}{"gzip",10}{"process",10}{"to Main",10}{"in Main",10}{"memory",10}");
            foreach (Measurement measurement in workload)
            {
                string memory = measurement.PeakMemory is { } peak ? Units.Size(peak.Median) : "-";
                Console.WriteLine($"{measurement.Form.Title,-30}{Units.Size(measurement.FileSize),10}{Units.Size(measurement.GzipSize),10}{Units.Time(measurement.Process.Median),10}{Units.Time(measurement.ToMain.Median),10}{Units.Time(measurement.InsideMain.Median),10}{memory,10}");
            }
        }

        Console.WriteLine();
        foreach ((string what, Spread time) in results.Others)
        {
            Console.WriteLine($"{what,-60}{Units.Time(time.Median),10}");
        }

        Console.WriteLine();
        Console.WriteLine($"{"medians of " + results.Runs + " runs in turn; skiff is " + results.Command,-60}{"is",10}{"at most",10}");
        foreach (Check check in results.Checks)
        {
            Console.WriteLine($"{check.What,-60}{check.Result,10}{check.Limit,10}{(check.IsMet ? "" : "  missed")}");
        }

        foreach (string skipped in results.Skipped)
        {
            Console.WriteLine($"not measured: {skipped}");
        }
    }
}
