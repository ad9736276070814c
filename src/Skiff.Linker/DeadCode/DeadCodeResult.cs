using Skiff.Wasm.References;

namespace Skiff.Linker.DeadCode;

/// <summary>What dead code removal did.</summary>
public sealed record DeadCodeResult
{
    /// <summary>The names of the functions that are not in the module any more.</summary>
    public required IReadOnlyList<string> RemovedFunctions { get; init; }

    /// <summary>The slots of the function table that hold a trap now.</summary>
    public required IReadOnlyList<uint> EmptiedSlots { get; init; }

    /// <summary>
    /// Static data that nothing uses, in ascending order. It is zero in the module now; in a memory image of the whole
    /// runtime it must be made so.
    /// </summary>
    public required IReadOnlyList<DataRange> DeadData { get; init; }
}
