namespace Skiff.Cli.Precompilation;

/// <summary>What <c>skiff compile</c> is asked to do.</summary>
internal sealed class CompileOptions
{
    /// <summary>The module's file.</summary>
    public required string Module { get; init; }

    /// <summary>The file to write.</summary>
    public required string Output { get; init; }

    /// <summary>The kind of machine; null for this machine.</summary>
    public string? Target { get; init; }

    /// <summary>Whether the code can be interrupted.</summary>
    public bool Interruptible { get; init; }

    /// <summary>Whether the code counts instructions.</summary>
    public bool Fuel { get; init; }
}
