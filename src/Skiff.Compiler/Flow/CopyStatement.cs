namespace Skiff.Compiler.Flow;

/// <summary>Copies bytes from one place to another, which may overlap (<c>memory.copy</c>).</summary>
internal sealed class CopyStatement(Expression destination, Expression source, Expression size) : Statement
{
    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Operands { get; } = [destination, source, size];

    /// <inheritdoc/>
    public override Statement WithOperands(IReadOnlyList<Expression> operands) => new CopyStatement(operands[0], operands[1], operands[2]);
}
