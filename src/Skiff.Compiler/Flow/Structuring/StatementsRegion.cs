namespace Skiff.Compiler.Flow.Structuring;

/// <summary>The statements of a block, without its end.</summary>
internal sealed class StatementsRegion(FlowBlock block) : Region
{
    /// <summary>The block.</summary>
    public FlowBlock Block { get; } = block;
}
