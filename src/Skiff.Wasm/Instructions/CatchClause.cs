namespace Skiff.Wasm;

/// <summary>A handler of <c>try_table</c> (specification: instructions, control instructions).</summary>
/// <param name="Tag">The tag that is caught; null to catch all.</param>
/// <param name="Label">Where to branch to, counted outward from the block around the <c>try_table</c>.</param>
/// <param name="WithReference">Whether the exception itself is passed too.</param>
public readonly record struct CatchClause(Tag? Tag, uint Label, bool WithReference);
