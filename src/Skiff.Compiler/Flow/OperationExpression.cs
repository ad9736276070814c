using Skiff.Wasm;

namespace Skiff.Compiler.Flow;

/// <summary>A wasm instruction without immediates that takes its operands from the stack and leaves one value.</summary>
internal sealed class OperationExpression(Opcode opcode, ValType? type, Effects own, IReadOnlyList<Expression> operands)
    : Expression(type, own | Union(operands))
{
    /// <summary>The instruction.</summary>
    public Opcode Opcode { get; } = opcode;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Operands { get; } = operands;

    /// <inheritdoc/>
    public override Expression WithOperands(IReadOnlyList<Expression> operands) => new OperationExpression(Opcode, Type, own, operands);
}
