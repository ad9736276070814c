namespace Skiff.Compiler.Flow;

/// <summary>Goes on at another block.</summary>
internal sealed class JumpTerminator(FlowBlock target) : Terminator
{
    /// <inheritdoc/>
    public override IReadOnlyList<FlowBlock> Targets { get; } = [target];
}
