namespace Skiff.Compiler.Flow;

/// <summary>How a block ends.</summary>
internal abstract class Terminator
{
    /// <summary>The expression that decides, or that is returned.</summary>
    public virtual Expression? Operand => null;

    /// <summary>Where control may go next.</summary>
    public virtual IReadOnlyList<FlowBlock> Targets => [];

    /// <summary>The same end over another operand.</summary>
    public virtual Terminator WithOperand(Expression operand) => this;
}
