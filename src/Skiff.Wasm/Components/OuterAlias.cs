namespace Skiff.Wasm.Components;

/// <summary>
/// A type, core type, core module or component of an enclosing scope (specification: alias definitions,
/// <c>alias outer</c>).
/// </summary>
public sealed class OuterAlias(Definition target) : Definition
{
    /// <summary>The definition in an enclosing component or type, or before this one in the same.</summary>
    public Definition Target { get; set; } = target;

    /// <inheritdoc/>
    public override Sort? Sort => Target.Sort;

    internal override ComponentSectionId Section => ComponentSectionId.Alias;

    internal override string Kind => "outer alias";
}
