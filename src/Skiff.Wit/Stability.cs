namespace Skiff.Wit;

/// <summary>What the gates of an item say (WIT.md, "Feature Gates").</summary>
/// <param name="Since">The version of the package that added the item.</param>
/// <param name="Feature">The feature that has to be asked for to get the item.</param>
/// <param name="Deprecated">The version of the package that deprecated the item.</param>
public sealed record Stability(SemanticVersion? Since, string? Feature, SemanticVersion? Deprecated)
{
    /// <summary>The stability of what has no gates.</summary>
    public static Stability Ungated { get; } = new(null, null, null);
}
