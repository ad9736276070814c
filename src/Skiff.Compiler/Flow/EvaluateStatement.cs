namespace Skiff.Compiler.Flow;

/// <summary>Evaluates an expression for its effects.</summary>
internal sealed class EvaluateStatement(Expression value) : Statement
{
    /// <summary>What is evaluated; a value it leaves is dropped.</summary>
    public Expression Value { get; } = value;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Operands { get; } = [value];

    /// <inheritdoc/>
    public override Statement WithOperands(IReadOnlyList<Expression> operands) => new EvaluateStatement(operands[0]);
}
