using System.Collections.Immutable;

namespace Skiff.Wasm;

/// <summary>The operand of <c>try_table</c>.</summary>
/// <param name="BlockType">The type of the block.</param>
/// <param name="Catches">The handlers, tried in order.</param>
public sealed record TryTable(BlockType BlockType, ImmutableArray<CatchClause> Catches);
