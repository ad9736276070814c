using Skiff.Benchmarks.Measuring;

namespace Skiff.Benchmarks.Reporting;

/// <summary>Everything that was measured.</summary>
/// <param name="Measurements">Programs in their forms.</param>
/// <param name="Others">Times that are no form's, by what they are.</param>
/// <param name="Checks">What has a limit.</param>
/// <param name="Command">The form of the <c>skiff</c> command.</param>
/// <param name="Runs">How often each form was run.</param>
/// <param name="Skipped">What is missing, and why.</param>
internal sealed record Results(
    IReadOnlyList<Measurement> Measurements,
    IReadOnlyList<(string What, Spread Time)> Others,
    IReadOnlyList<Check> Checks,
    string Command,
    int Runs,
    IReadOnlyList<string> Skipped);
