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
}
