namespace Skiff.Wasm.Components;

/// <summary>An import or export.</summary>
/// <param name="Name">The name with its attributes.</param>
/// <param name="Signature">
/// A function, instance, component, core module or value, or a <see cref="TypeSignature"/>.
/// </param>
public readonly record struct NamedSignature(ExternName Name, Signature Signature);
