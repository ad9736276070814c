using System.Globalization;

namespace Skiff.Cli.Options;

/// <summary>The syntax of durations: seconds, or a number with <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</summary>
internal static class DurationSyntax
{
    // What a timer can wait for.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(49);

    private static readonly (string Unit, TimeSpan Duration)[] s_units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("us", TimeSpan.FromMicroseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
        ("d", TimeSpan.FromDays(1)),
        ("", TimeSpan.FromSeconds(1)),
    ];

    /// <summary>Parses a duration.</summary>
    /// <param name="option">The option it belongs to, for the error.</param>
    /// <param name="text">The duration.</param>
    public static TimeSpan Parse(string option, string text)
    {
        foreach ((string unit, TimeSpan duration) in s_units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
                && double.TryParse(text.AsSpan(0, text.Length - unit.Length).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
                && number > 0
                && number * duration.TotalSeconds <= s_longest.TotalSeconds)
            {
                return duration * number;
            }
        }

        throw new CommandLineException($"'{text}' is no duration for {option}; write for example 500ms, 10s or 2m, at most 49d");
    }
}
