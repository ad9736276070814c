namespace Skiff.Compiler.Flow.Structuring;

/// <summary>Goes to the label that a number selects, the last one for every other number: wasm's <c>br_table</c>.</summary>
internal sealed class SwitchRegion(Expression index, IReadOnlyList<Label> labels) : Region
{
    /// <summary>The selector, an unsigned <c>i32</c>.</summary>
    public Expression Index { get; } = index;

    /// <summary>The labels; the last is the default.</summary>
    public IReadOnlyList<Label> Labels { get; } = labels;
}
