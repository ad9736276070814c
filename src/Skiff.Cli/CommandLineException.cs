namespace Skiff.Cli;

/// <summary>The command cannot do what it is asked: the message is one sentence that says what is wrong and what to do.</summary>
/// <param name="message">The sentence, without the full stop.</param>
/// <param name="exitCode">What the process exits with.</param>
internal sealed class CommandLineException(string message, int exitCode = ExitCodes.Usage) : Exception(message)
{
    /// <summary>What the process exits with.</summary>
    public int ExitCode => exitCode;
}
