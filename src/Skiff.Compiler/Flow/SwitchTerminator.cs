namespace Skiff.Compiler.Flow;

/// <summary>Goes to the block that an unsigned <c>i32</c> selects; the last target is for every other value.</summary>
internal sealed class SwitchTerminator(Expression index, IReadOnlyList<FlowBlock> targets) : Terminator
{
    /// <summary>The selector.</summary>
    public Expression Index { get; } = index;

    /// <inheritdoc/>
    public override Expression? Operand => Index;

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBlock> Targets { get; } = targets;

    /// <inheritdoc/>
    public override Terminator WithOperand(Expression operand) => new SwitchTerminator(operand, Targets);
}
