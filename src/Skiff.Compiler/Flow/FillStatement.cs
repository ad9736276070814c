namespace Skiff.Compiler.Flow;

/// <summary>Sets every byte of a piece of memory to one value (<c>memory.fill</c>).</summary>
internal sealed class FillStatement(Expression destination, Expression value, Expression size) : Statement
{
    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Operands { get; } = [destination, value, size];

    /// <inheritdoc/>
    public override Statement WithOperands(IReadOnlyList<Expression> operands) => new FillStatement(operands[0], operands[1], operands[2]);
}
