namespace Skiff.Wasm;

/// <summary>The operand of <c>br_on_cast</c> and <c>br_on_cast_fail</c>.</summary>
/// <param name="Label">Where to branch to, counted outward from the innermost block.</param>
/// <param name="Source">The type of the reference before.</param>
/// <param name="Target">The type that is asked for.</param>
public sealed record BranchOnCast(uint Label, ValType Source, ValType Target);
