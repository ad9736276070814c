using System.Globalization;
using System.Reflection;
using System.Text;
using Skiff.Benchmarks.Measuring;
using Skiff.Hosting;

namespace Skiff.Benchmarks.Reporting;

/// <summary>The results as a page of the documentation.</summary>
internal static class Document
{
    /// <summary>The chart that the page shows.</summary>
    public const string ChartFile = "chart.png";

    private const string Page = "README.md";

    /// <summary>Writes the page.</summary>
    /// <returns>The path.</returns>
    public static string Write(Results results, string directory)
    {
        Directory.CreateDirectory(directory);
        StringBuilder text = new();
        WriteHead(text, results);
        foreach (IGrouping<Workload, Measurement> workload in results.Measurements.GroupBy(measurement => measurement.Workload))
        {
            WriteWorkload(text, workload);
        }

        WriteOthers(text, results.Others);
        WriteChecks(text, results.Checks);
        WriteNotes(text, results);
        string path = Path.Combine(directory, Page);
        File.WriteAllText(path, text.ToString());
        return path;
    }

    private static void WriteHead(StringBuilder text, Results results)
    {
        text.Append(CultureInfo.InvariantCulture, $"""
            # Benchmarks

            Written by `dotnet run -c Release --project bench` on {DateTime.UtcNow:yyyy-MM-dd}.

            * {Machine.Hardware}
            * Skiff {Version}, its command compiled as {results.Command}; Mono {Repository.Metadata("MonoBrowserWasmVersion")} in WebAssembly; Wasmtime {Repository.Metadata("WasmtimeVersion")}
            * CoreCLR {Environment.Version}

            ![Time of the whole process, in parts](chart.png)


            """);
    }

    private static string Version =>
        typeof(Engine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static void WriteWorkload(StringBuilder text, IGrouping<Workload, Measurement> workload)
    {
        text.Append(CultureInfo.InvariantCulture, $"""
            ## {workload.Key.Title}

            | | file | gzip | whole process | to Main | inside Main | peak memory |
            |---|---:|---:|---:|---:|---:|---:|

            """);
        foreach (Measurement measurement in workload)
        {
            string memory = measurement.PeakMemory is { } peak ? Units.Size(peak.Median) : "–";
            text.Append(CultureInfo.InvariantCulture, $"| {measurement.Form.Title} | {Units.Size(measurement.FileSize)} | {Units.Size(measurement.GzipSize)} | {Units.Time(measurement.Process)} | {Units.Time(measurement.ToMain)} | {Units.Time(measurement.InsideMain)} | {memory} |\n");
        }

        text.Append('\n');
    }

    private static void WriteOthers(StringBuilder text, IEnumerable<(string What, Spread Time)> others)
    {
        text.Append("## Building, publishing, starting in one process\n\n| | time |\n|---|---:|\n");
        foreach ((string what, Spread time) in others)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {what} | {Units.Time(time)} |\n");
        }

        text.Append('\n');
    }

    private static void WriteChecks(StringBuilder text, IEnumerable<Check> checks)
    {
        text.Append("## Limits\n\n| | is | at most | |\n|---|---:|---:|---|\n");
        foreach (Check check in checks)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {check.What} | {check.Result} | {check.Limit} | {(check.IsMet ? "met" : "**missed**")} |\n");
        }

        text.Append('\n');
    }

    private static void WriteNotes(StringBuilder text, Results results)
    {
        text.Append(CultureInfo.InvariantCulture, $"""
            ## How it is measured

            The programs are the samples `hello` and `wordcount`, with one statement added that notes when Main began and ended.
            All forms of a program are run in turn, {results.Runs} times each after one run that is not counted; a figure is the median, in
            parentheses are the least and the most. Machine code of the modules is cached. *Whole process* is from before the process is
            created until it has ended; *to Main* ends where Main's first statement runs, and *inside Main* where Main has returned.
            *Peak memory* is the most that the process had in RAM, in runs of their own. *File* is what has to be deployed of the program: for
            `CoreCLR` that is one assembly, which needs the installed runtime beside it; for an AppBundle it is all of its files.

            """);
        foreach (string skipped in results.Skipped)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nNot measured: {skipped}.\n");
        }
    }
}
