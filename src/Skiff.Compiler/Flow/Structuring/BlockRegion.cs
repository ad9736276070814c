namespace Skiff.Compiler.Flow.Structuring;

/// <summary>A region whose end is a label: wasm's <c>block</c>.</summary>
internal sealed class BlockRegion(Label label, Region body) : Region
{
    /// <summary>The label of its end.</summary>
    public Label Label { get; } = label;

    /// <summary>What is inside.</summary>
    public Region Body { get; } = body;
}
