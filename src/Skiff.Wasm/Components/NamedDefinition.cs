namespace Skiff.Wasm.Components;

/// <summary>
/// A definition under a name: an argument of an instantiation, or an export of an instance made of definitions.
/// </summary>
/// <param name="Name">The name; in a component instance an extern name.</param>
/// <param name="Item">The definition.</param>
public readonly record struct NamedDefinition(string Name, Definition Item);
