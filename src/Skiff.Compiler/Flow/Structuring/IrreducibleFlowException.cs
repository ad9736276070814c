namespace Skiff.Compiler.Flow.Structuring;

/// <summary>A loop of the flow graph has more than one entry, which wasm's structured control cannot say.</summary>
internal sealed class IrreducibleFlowException(FlowBlock entry) : Exception("a loop that is entered in two places")
{
    /// <summary>One of the places.</summary>
    public FlowBlock Entry { get; } = entry;
}
