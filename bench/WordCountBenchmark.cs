using System.Globalization;

namespace Skiff.Benchmarks;

/// <summary>The sample <c>wordcount</c>: the time inside Main, which it prints, and that of the process.</summary>
internal static class WordCountBenchmark
{
    private const string Timer = "Elapsed time (us): ";

    /// <summary>Measures a novel and a note.</summary>
    public static IEnumerable<Row> Run(string directory, int runs)
    {
        Console.WriteLine("word count ...");
        DotNet.Run("build", "-c", "Release", "-v", "quiet", Repository.Sample("wordcount"));
        (string novel, string note) = Corpus.Write(directory);

        foreach ((string name, string text, double? limit) in ((string, string, double?)[])[("9 files, 5.5 MB", novel, 10), ("1 file, 1 KB", note, null)])
        {
            (TimeSpan[] skiff, TimeSpan[] coreClr) = Median.InTurn(
                runs,
                () => Measure(Repository.Skiff, "run", "--dir", text + "::/text", Path.Combine(Repository.SampleOutput("wordcount"), "AppBundle"), "--", "/text"),
                () => Measure(Path.Combine(Repository.SampleOutput("wordcount"), "wordcount.dll"), text));
            yield return Row.Ratio($"word count of {name}, inside Main", skiff[0], coreClr[0], limit);
            yield return Row.Ratio($"word count of {name}, whole process", skiff[1], coreClr[1]);
        }
    }

    private static TimeSpan[] Measure(params string[] arguments)
    {
        (TimeSpan process, string output) = DotNet.Run(arguments);
        string microseconds = output.Split('\n').Single(line => line.StartsWith(Timer, StringComparison.Ordinal))[Timer.Length..];
        return [TimeSpan.FromMicroseconds(double.Parse(microseconds, CultureInfo.InvariantCulture)), process];
    }
}
