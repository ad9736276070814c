namespace Skiff.Wit;

/// <summary>A bit of a set of flags.</summary>
/// <param name="Name">The name.</param>
/// <param name="Documentation">The text of the documentation comments.</param>
public sealed record Flag(string Name, string? Documentation = null);
