using System.Globalization;

namespace Skiff.Benchmarks.Reporting;

/// <summary>A figure with a limit.</summary>
/// <param name="What">What it is.</param>
/// <param name="Result">The figure.</param>
/// <param name="Limit">What it may be at most.</param>
/// <param name="IsMet">Whether it is within the limit.</param>
internal sealed record Check(string What, string Result, string Limit, bool IsMet)
{
    private const double Megabyte = 1e6;

    /// <summary>A size in bytes.</summary>
    public static Check Size(string what, long size, long limit) =>
        new(what, Text(size / Megabyte, "0.00", "MB"), Text(limit / Megabyte, "0.0", "MB"), size <= limit);

    /// <summary>A time in milliseconds.</summary>
    public static Check Time(string what, double time, double limit) =>
        new(what, Units.Time(time), Units.Time(limit), time <= limit);

    /// <summary>How many times as long one thing takes as another.</summary>
    public static Check Ratio(string what, double time, double other, double limit) =>
        new(what, Text(time / other, "0.00", "×"), Text(limit, "0.0#", "×"), time / other <= limit);

    private static string Text(double value, string format, string unit) => $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}";
}
