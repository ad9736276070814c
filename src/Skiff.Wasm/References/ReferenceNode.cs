namespace Skiff.Wasm.References;

/// <summary>A symbol of the object files that a module was linked from: a function or a piece of static data.</summary>
public sealed class ReferenceNode
{
    /// <summary>The symbol's name, for messages; empty where nothing needs it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it may be used without anything here referring to it.</summary>
    public bool IsRoot { get; init; }

    /// <summary>The nodes that its relocations name: what it calls, what it takes the address of.</summary>
    public IReadOnlyList<int> References { get; init; } = [];

    /// <summary>Indices of the module's functions that may have the code of this one.</summary>
    public IReadOnlyList<int> Functions { get; init; } = [];

    /// <summary>The slots of the function table that hold it.</summary>
    public IReadOnlyList<uint> Slots { get; init; } = [];

    /// <summary>
    /// Where this data may lie. One place means that it lies there; several, that the bytes do not tell; none, that it
    /// has no bytes of its own in the module or could not be found.
    /// </summary>
    public IReadOnlyList<DataRange> Data { get; init; } = [];
}
