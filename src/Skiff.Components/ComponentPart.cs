using Skiff.Wasm.Components;

namespace Skiff.Components;

/// <summary>A component that is composed with others.</summary>
/// <param name="Name">What messages call it, such as its file.</param>
/// <param name="Component">The component.</param>
public sealed record ComponentPart(string Name, Component Component);
