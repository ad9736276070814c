namespace Skiff.Wit;

/// <summary>A case of an enumeration.</summary>
/// <param name="Name">The name.</param>
/// <param name="Documentation">The text of the documentation comments.</param>
public sealed record EnumCase(string Name, string? Documentation = null);
