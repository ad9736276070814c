namespace Skiff.Benchmarks;

/// <summary>Takes two things in turn and keeps the middle of each.</summary>
internal static class Median
{
    /// <summary>Runs both <paramref name="runs"/> times, one after the other; a first run of each is not counted.</summary>
    /// <param name="runs">How often.</param>
    /// <param name="one">Gives any number of times.</param>
    /// <param name="other">Gives as many.</param>
    /// <returns>The median of each of the times that the two gave.</returns>
    public static (TimeSpan[] One, TimeSpan[] Other) InTurn(int runs, Func<TimeSpan[]> one, Func<TimeSpan[]> other)
    {
        one();
        other();
        var ones = new List<TimeSpan[]>();
        var others = new List<TimeSpan[]>();
        for (int run = 0; run < runs; run++)
        {
            ones.Add(one());
            others.Add(other());
        }

        return (Middle(ones), Middle(others));
    }

    private static TimeSpan[] Middle(List<TimeSpan[]> runs) =>
        [.. Enumerable.Range(0, runs[0].Length).Select(column => runs.Select(run => run[column]).Order().ElementAt(runs.Count / 2))];
}
