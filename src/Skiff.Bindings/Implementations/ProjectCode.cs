using Skiff.Bindings.Inputs;

namespace Skiff.Bindings.Implementations;

/// <summary>What generated code depends on of the project's own.</summary>
/// <param name="Implementations">The classes that may implement exported interfaces.</param>
/// <param name="Types">The types that are called like one that generated code refers to.</param>
/// <param name="IsChecked">Whether arithmetic is checked for overflows.</param>
internal sealed record ProjectCode(EquatableList<Implementation> Implementations, EquatableList<ProjectType> Types, bool IsChecked);
