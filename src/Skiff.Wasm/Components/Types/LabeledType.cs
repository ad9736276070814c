namespace Skiff.Wasm.Components;

/// <summary>A field of a record or a parameter of a function.</summary>
/// <param name="Label">The label, in kebab case.</param>
/// <param name="Type">The type.</param>
public readonly record struct LabeledType(string Label, ComponentValType Type);
