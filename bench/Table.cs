namespace Skiff.Benchmarks;

/// <summary>Prints the results.</summary>
internal static class Table
{
    /// <summary>Prints <paramref name="rows"/>, medians of <paramref name="runs"/> runs each.</summary>
    public static void Write(IReadOnlyList<Row> rows, int runs)
    {
        Console.WriteLine();
        Console.WriteLine($"{"medians of " + runs + " runs in turn",-52}{"Skiff",12}{"CoreCLR",12}{"",10}{"at most",10}");
        foreach (Row row in rows)
        {
            Console.WriteLine($"{row.What,-52}{Time(row.Skiff),12}{Time(row.CoreClr),12}{row.Result,10}{row.Limit,10}{(row.IsMet ? "" : "  missed")}");
        }
    }

    private static string Time(TimeSpan time) => time.TotalSeconds >= 10 ? $"{time.TotalSeconds:F1} s" : $"{time.TotalMilliseconds:F1} ms";
}
