using System.Globalization;

namespace Skiff.Cli.Options;

/// <summary>The syntax of sizes: bytes, or a number with <c>KiB</c>, <c>MiB</c>, <c>GiB</c> (1024) or <c>kB</c>, <c>MB</c>, <c>GB</c> (1000).</summary>
internal static class SizeSyntax
{
    private static readonly (string Unit, long Bytes)[] s_units =
    [
        ("kib", 1L << 10), ("mib", 1L << 20), ("gib", 1L << 30),
        ("kb", 1000), ("mb", 1000 * 1000), ("gb", 1000 * 1000 * 1000),
        ("k", 1L << 10), ("m", 1L << 20), ("g", 1L << 30), ("b", 1), ("", 1),
    ];

    /// <summary>Parses a size.</summary>
    /// <param name="option">The option it belongs to, for the error.</param>
    /// <param name="text">The size.</param>
    public static long Parse(string option, string text)
    {
        string lower = text.ToLowerInvariant();
        foreach ((string unit, long bytes) in s_units)
        {
            if (lower.EndsWith(unit, StringComparison.Ordinal)
                && decimal.TryParse(lower.AsSpan(0, lower.Length - unit.Length).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
                && number > 0
                && number * bytes <= long.MaxValue)
            {
                return (long)(number * bytes);
            }
        }

        throw new CommandLineException($"'{text}' is no size for {option}; write for example 512MiB, 2GiB or a number of bytes");
    }
}
