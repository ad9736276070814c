namespace Skiff.Compiler.Flow;

/// <summary>Leaves the function.</summary>
internal sealed class ReturnTerminator(Expression? value) : Terminator
{
    /// <summary>The result, if the function has one.</summary>
    public Expression? Value { get; } = value;

    /// <inheritdoc/>
    public override Expression? Operand => Value;

    /// <inheritdoc/>
    public override Terminator WithOperand(Expression operand) => new ReturnTerminator(operand);
}
