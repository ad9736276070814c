namespace Skiff.Compiler.Flow;

/// <summary>Goes to one block when an <c>i32</c> is not zero and to another when it is.</summary>
internal sealed class BranchTerminator(Expression condition, FlowBlock whenTrue, FlowBlock whenFalse) : Terminator
{
    /// <summary>The condition.</summary>
    public Expression Condition { get; } = condition;

    /// <summary>Where it goes when the condition is not zero.</summary>
    public FlowBlock WhenTrue { get; } = whenTrue;

    /// <summary>Where it goes when the condition is zero.</summary>
    public FlowBlock WhenFalse { get; } = whenFalse;

    /// <inheritdoc/>
    public override Expression? Operand => Condition;

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBlock> Targets { get; } = [whenTrue, whenFalse];

    /// <inheritdoc/>
    public override Terminator WithOperand(Expression operand) => new BranchTerminator(operand, WhenTrue, WhenFalse);
}
