namespace Skiff.Bindings.Implementations;

/// <summary>A type of the project.</summary>
/// <param name="Namespace">The namespace it is in.</param>
/// <param name="Name">Its simple name.</param>
internal sealed record ProjectType(string Namespace, string Name);
