using Skiff.Wasm;
using Skiff.Wasm.Objects;
using Skiff.Wasm.References;

namespace Skiff.Runtime.References;

/// <summary>A function or a piece of static data in the object files that the runtime was linked from.</summary>
internal sealed class RuntimeSymbol
{
    /// <summary>The index in the graph.</summary>
    public required int Index { get; init; }

    /// <summary>The object file.</summary>
    public ObjectFile? File { get; init; }

    /// <summary>The function, in its object file; null for data.</summary>
    public Function? Function { get; init; }

    /// <summary>The data; null for functions.</summary>
    public ObjectSegment? Segment { get; init; }

    /// <summary>The names it has.</summary>
    public List<string> Names { get; } = [];

    /// <summary>What it refers to.</summary>
    public HashSet<RuntimeSymbol> References { get; } = [];

    /// <summary>The functions of the linked module that may have its code.</summary>
    public List<Function> Functions { get; } = [];

    /// <summary>The slots that hold it.</summary>
    public List<uint> Slots { get; } = [];

    /// <summary>Slots of which one may hold it, where none is known to.</summary>
    public List<uint> Shared { get; } = [];

    /// <summary>Where it may lie.</summary>
    public List<DataRange> Data { get; } = [];

    /// <summary>Whether it may be used without anything referring to it.</summary>
    public bool IsRoot { get; set; }

    /// <summary>Its relocations, in order.</summary>
    public IReadOnlyList<ObjectRelocation> Relocations =>
        File is null ? [] : Function is not null ? File.RelocationsOf(Function) : File.RelocationsOf(Segment!.Segment);

    /// <summary>The name for messages.</summary>
    public override string ToString() => Names.Count > 0 ? Names[0] : Segment?.Name ?? "?";
}
