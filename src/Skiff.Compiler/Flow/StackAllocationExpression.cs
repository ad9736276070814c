using Skiff.Wasm;

namespace Skiff.Compiler.Flow;

/// <summary>Takes that many bytes from the shadow stack until the function returns; the address is 16-byte aligned.</summary>
internal sealed class StackAllocationExpression(Expression size) : Expression(ValType.I32, size.Effects | Effects.Writes)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Operands { get; } = [size];

    /// <inheritdoc/>
    public override Expression WithOperands(IReadOnlyList<Expression> operands) => new StackAllocationExpression(operands[0]);
}
