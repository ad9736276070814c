using System.Text.RegularExpressions;

namespace Skiff.Fidelity.Tests;

/// <summary>What a process left.</summary>
/// <param name="ExitCode">Its exit code; null when it made no progress and was ended.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed partial record GuestOutcome(int? ExitCode, string Output, string Error)
{
    /// <summary>Everything that is compared, line by line.</summary>
    public string[] Lines =>
    [
        ExitCode is int code ? $"exit code {code}" : $"no progress for {GuestProcess.Patience.TotalSeconds} seconds",
        .. Text.Lines(Output).Select(l => "out: " + l),
        .. Text.Lines(Error).Where(l => !RuntimeFrame().IsMatch(l)).Select(l => "error: " + l),
    ];

    // The frames of a stack trace that are not the program's: which methods of its own a runtime calls, and inlines, is its affair.
    [GeneratedRegex(@"^   at (System\.|Skiff\.Fidelity\.(GuestProgram|Program)\W)")]
    private static partial Regex RuntimeFrame();
}
