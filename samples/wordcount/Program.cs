// Counts lines, words and bytes: wordcount PATH...
//
// A PATH is a file, or a directory whose files are counted. Words are what white space, as Unicode
// defines it, separates; the text is UTF-8.

using System.Diagnostics;
using WordCount;

long start = Stopwatch.GetTimestamp();

if (args.Length == 0)
{
    Console.WriteLine("A valid path must be provided.");
    return 1;
}

List<string> files = [];
foreach (string path in args)
{
    if (Directory.Exists(path))
    {
        files.AddRange(Directory.EnumerateFiles(path).Order(StringComparer.Ordinal));
    }
    else
    {
        files.Add(path);
    }
}

var total = default(Counts);
foreach (string file in files)
{
    Counts counts = FileCounter.Count(file);
    Print(counts, file);
    total += counts;
}

if (files.Count > 1)
{
    Print(total, "total");
}

TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
Console.WriteLine($"Elapsed time (ms): {elapsed.TotalMilliseconds:F0}");
Console.WriteLine($"Elapsed time (us): {elapsed.TotalMicroseconds:F1}");
return 0;

static void Print(Counts counts, string name) =>
    Console.WriteLine($"{counts.Lines,9}{counts.Words,8}{counts.Bytes,8} {name}");
