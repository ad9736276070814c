namespace Skiff.Compiler.Flow.Structuring;

/// <summary>A region whose start is a label: wasm's <c>loop</c>.</summary>
internal sealed class LoopRegion(Label label, Region body) : Region
{
    /// <summary>The label of its start.</summary>
    public Label Label { get; } = label;

    /// <summary>What is inside.</summary>
    public Region Body { get; } = body;
}
