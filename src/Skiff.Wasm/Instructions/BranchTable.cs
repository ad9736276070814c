using System.Collections.Immutable;

namespace Skiff.Wasm;

/// <summary>The labels of <c>br_table</c>, each counted outward from the innermost block.</summary>
/// <param name="Labels">The labels chosen by index.</param>
/// <param name="Default">The label for every index beyond.</param>
public sealed record BranchTable(ImmutableArray<uint> Labels, uint Default);
