namespace Skiff.Wit;

/// <summary>A case of a variant.</summary>
/// <param name="Name">The name.</param>
/// <param name="Payload">The type of the value that goes with it.</param>
/// <param name="Documentation">The text of the documentation comments.</param>
public sealed record VariantCase(string Name, WitType? Payload, string? Documentation = null);
