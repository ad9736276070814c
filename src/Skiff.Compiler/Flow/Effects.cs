namespace Skiff.Compiler.Flow;

/// <summary>What evaluating an expression depends on and does, so that it is known which evaluations may change places.</summary>
[Flags]
internal enum Effects
{
    /// <summary>Always the same value, whenever it is evaluated.</summary>
    None = 0,

    /// <summary>Reads a local.</summary>
    ReadsLocals = 1,

    /// <summary>Reads linear memory or a global.</summary>
    ReadsMemory = 2,

    /// <summary>May trap.</summary>
    Traps = 4,

    /// <summary>Changes memory or the world outside; its place among other effects is fixed.</summary>
    Writes = 8,
}
