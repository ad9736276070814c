namespace Skiff.EndToEnd.Tests;

/// <summary>What a process left behind.</summary>
/// <param name="CommandLine">What was run, for messages.</param>
/// <param name="ExitCode">The process's exit code.</param>
/// <param name="Output">Its standard output, line ends as they came.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record CommandResult(string CommandLine, int ExitCode, string Output, string Error)
{
    /// <summary>Fails the test, with everything the process said, unless it ended with 0.</summary>
    /// <returns>This result.</returns>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, ToString());
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{CommandLine}\nended with {ExitCode}\n--- standard output\n{Output}\n--- standard error\n{Error}";
}
