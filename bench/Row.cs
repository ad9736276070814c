namespace Skiff.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Skiff">The median of Skiff.</param>
/// <param name="CoreClr">The median of what it is compared with.</param>
/// <param name="Result">The ratio or the difference, as text.</param>
/// <param name="Limit">What the result may be at most, as text; empty for a figure that only informs.</param>
/// <param name="IsMet">Whether it is within the limit.</param>
internal sealed record Row(string What, TimeSpan Skiff, TimeSpan CoreClr, string Result, string Limit, bool IsMet)
{
    /// <summary>A line whose result is how many times as long Skiff took.</summary>
    public static Row Ratio(string what, TimeSpan skiff, TimeSpan coreClr, double? limit = null) =>
        new(what, skiff, coreClr, $"{skiff / coreClr:F1}x", limit is { } most ? $"{most:F0}x" : "", limit is null || skiff / coreClr <= limit);

    /// <summary>A line whose result is how much longer Skiff took.</summary>
    public static Row Difference(string what, TimeSpan skiff, TimeSpan coreClr, TimeSpan limit) =>
        new(what, skiff, coreClr, $"{(skiff - coreClr).TotalSeconds:+0.00;-0.00} s", $"+{limit.TotalSeconds:0.00} s", skiff - coreClr <= limit);
}
