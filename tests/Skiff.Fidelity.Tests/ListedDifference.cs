namespace Skiff.Fidelity.Tests;

/// <summary>One block of docs/differences.md.</summary>
/// <param name="Program">The program.</param>
/// <param name="Host">The host that differs; null when all do.</param>
/// <param name="Number">The number of the heading's line.</param>
/// <param name="Lines">The lines: <c>- </c> what dotnet writes, <c>+ </c> what is written instead.</param>
internal sealed record ListedDifference(string Program, string? Host, int Number, List<string> Lines);
