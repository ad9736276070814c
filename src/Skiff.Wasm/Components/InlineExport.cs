namespace Skiff.Wasm.Components;

/// <summary>An export of an instance that is made of definitions (specification: instance definitions).</summary>
/// <param name="Name">The name.</param>
/// <param name="Item">The definition.</param>
public readonly record struct InlineExport(ExternName Name, Definition Item);
