namespace Skiff.Linker;

/// <summary>
/// What a program is given when it is run to learn which methods it calls: nothing else is within its reach, and what it
/// writes is discarded.
/// </summary>
public sealed record TrainingInput
{
    /// <summary>The arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>A directory that it can read and not change, which it finds as <c>/</c>; null for none.</summary>
    public string? Directory { get; init; }

    /// <summary>A file that is its standard input; null for none.</summary>
    public string? StandardInput { get; init; }
}
