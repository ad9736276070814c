namespace Skiff.Fidelity;

/// <summary>
/// Marks a guest program that needs a process of its own: its exit code, standard output and standard error are compared.
/// The method may take the arguments and return anything that <c>Main</c> may return.
/// </summary>
public sealed class ProcessAttribute : ProgramAttribute
{
    /// <summary>The arguments after the program's name.</summary>
    public string[] Arguments { get; init; } = [];

    /// <summary>Environment variables, as <c>NAME=VALUE</c>.</summary>
    public string[] Environment { get; init; } = [];

    /// <summary>What standard input holds, in UTF-8.</summary>
    public string Input { get; init; } = "";

    /// <summary>
    /// Lines that come to standard input only when the program has written a line, as <c>WRITTEN => LINE</c>, one after the
    /// other; the input ends after the last, or instead of a line where there is only <c>WRITTEN</c>.
    /// </summary>
    public string[] Answers { get; init; } = [];
}
