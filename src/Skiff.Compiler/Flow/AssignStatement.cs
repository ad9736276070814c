namespace Skiff.Compiler.Flow;

/// <summary>Sets a local.</summary>
internal sealed class AssignStatement(Local local, Expression value) : Statement
{
    /// <summary>The local that is set.</summary>
    public Local Local { get; } = local;

    /// <summary>Its new value.</summary>
    public Expression Value { get; } = value;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Operands { get; } = [value];

    /// <inheritdoc/>
    public override Statement WithOperands(IReadOnlyList<Expression> operands) => new AssignStatement(Local, operands[0]);
}
