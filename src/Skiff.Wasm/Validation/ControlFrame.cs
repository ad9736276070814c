using System.Collections.Immutable;

namespace Skiff.Wasm.Validation;

/// <summary>An open block during validation (specification: appendix, validation algorithm).</summary>
internal struct ControlFrame
{
    public Opcode Opcode;
    public ImmutableArray<ValType> Parameters;
    public ImmutableArray<ValType> Results;

    /// <summary>The height of the value stack below the block's parameters.</summary>
    public int Height;

    /// <summary>How many locals had been initialized before the block.</summary>
    public int InitializedLocals;

    /// <summary>Whether the rest of the block cannot be reached.</summary>
    public bool IsUnreachable;

    /// <summary>What a branch to the block passes.</summary>
    public readonly ImmutableArray<ValType> LabelTypes => Opcode == Opcode.Loop ? Parameters : Results;
}
