using System.Globalization;
using Skiff.Benchmarks.Measuring;

namespace Skiff.Benchmarks.Reporting;

/// <summary>Figures as text.</summary>
internal static class Units
{
    /// <summary>A time in milliseconds.</summary>
    public static string Time(double milliseconds) => milliseconds switch
    {
        >= 10_000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.0} s"),
        >= 1000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.00} s"),
        >= 100 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms"),
        >= 10 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.00} ms"),
    };

    /// <summary>The middle of several times, with the least and the most.</summary>
    public static string Time(Spread time) => $"{Time(time.Median)} ({Time(time.Least)} … {Time(time.Most)})";

    /// <summary>A size in bytes.</summary>
    public static string Size(double bytes) => bytes >= 1e6
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.00} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} KB");
}
