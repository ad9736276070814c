namespace Skiff.Wit;

/// <summary>A field of a record.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type.</param>
/// <param name="Documentation">The text of the documentation comments.</param>
public sealed record Field(string Name, WitType Type, string? Documentation = null);
