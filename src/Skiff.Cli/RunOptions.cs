using Skiff.Cli.Options;
using Skiff.Hosting;

namespace Skiff.Cli;

/// <summary>What <c>skiff run</c> is asked to do.</summary>
internal sealed class RunOptions
{
    /// <summary>What to run.</summary>
    public required string Target { get; init; }

    /// <summary>The guest's arguments.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The guest's directories.</summary>
    public required IReadOnlyList<GuestDirectory> Directories { get; init; }

    /// <summary>The guest's environment.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; }

    /// <summary>The program's name as the guest sees it; null for the target's own.</summary>
    public string? Argv0 { get; init; }

    /// <summary>How much the guest may use.</summary>
    public required GuestLimits Limits { get; init; }

    /// <summary>Whether compiled code is neither looked for nor kept.</summary>
    public bool NoCache { get; init; }

    /// <summary>Whether machine code may be executed whoever made it.</summary>
    public bool AllowPrecompiled { get; init; }

    /// <summary>Whether to print where the time goes.</summary>
    public bool Timing { get; init; }
}
