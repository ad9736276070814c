namespace Skiff.Wit;

/// <summary>A parameter of a function.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type.</param>
public sealed record Parameter(string Name, WitType Type);
