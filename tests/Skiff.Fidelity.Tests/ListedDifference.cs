namespace Skiff.Fidelity.Tests;

/// <summary>One block of docs/differences.md.</summary>
/// <param name="Program">The program; one that ends in <c>*</c> stands for all that begin so.</param>
/// <param name="Host">What differs: a WASI runtime, a form, one in the other (<c>node:wasi, snapshot</c>) or all <c>published</c> forms; null when all do.</param>
/// <param name="Number">The number of the heading's line.</param>
/// <param name="Lines">The lines: <c>- </c> what dotnet writes, <c>+ </c> what is written instead.</param>
internal sealed record ListedDifference(string Program, string? Host, int Number, List<string> Lines)
{
    /// <summary>Whether it is about a program.</summary>
    public bool Covers(string program) =>
        Program.EndsWith('*') ? program.StartsWith(Program[..^1], StringComparison.Ordinal) : program == Program;
}
