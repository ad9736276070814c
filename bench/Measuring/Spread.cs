namespace Skiff.Benchmarks.Measuring;

/// <summary>What several runs gave.</summary>
/// <param name="Median">The middle.</param>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
internal readonly record struct Spread(double Median, double Least, double Most)
{
    /// <summary>The spread of at least one value.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return new Spread(ordered[ordered.Length / 2], ordered[0], ordered[^1]);
    }
}
