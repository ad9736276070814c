namespace Skiff.Wasm.References;

/// <summary>A native function that managed code can name.</summary>
/// <param name="Kind">How it names it.</param>
/// <param name="Scope">The full name of the type, nested types after a slash; of a P/Invoke, the library.</param>
/// <param name="Name">The name of the method, without parameters; of a P/Invoke, the entry point.</param>
/// <param name="Node">The index of what is reached through it.</param>
public sealed record ReferenceEntry(EntryKind Kind, string Scope, string Name, int Node);
