namespace Skiff.Wasm.Components;

/// <summary>A case of a variant.</summary>
/// <param name="Label">The label, in kebab case.</param>
/// <param name="Type">What the case carries, if anything.</param>
public readonly record struct VariantCase(string Label, ComponentValType? Type = null);
