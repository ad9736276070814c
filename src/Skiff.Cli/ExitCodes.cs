namespace Skiff.Cli;

/// <summary>The exit codes of the command itself; all others are the guest's own.</summary>
internal static class ExitCodes
{
    /// <summary>A project did not build.</summary>
    public const int BuildFailed = 1;

    /// <summary>The command line, or what it names, is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The host failed.</summary>
    public const int Host = 70;

    /// <summary>The time limit is exceeded, as <c>timeout(1)</c> has it.</summary>
    public const int TimeLimit = 124;

    /// <summary>Ended by Ctrl-C: 128 and the number of SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>A trap: 128 and the number of SIGABRT.</summary>
    public const int Trap = 134;

    /// <summary>The memory limit does not suffice: 128 and the number of SIGKILL, as container hosts have it.</summary>
    public const int MemoryLimit = 137;
}
