using Skiff.Wasm;

namespace Skiff.Compiler.Flow;

/// <summary>A call through the table; the last operand is the slot.</summary>
internal sealed class IndirectCallExpression(FunctionType signature, ValType? type, IReadOnlyList<Expression> argumentsAndSlot)
    : Expression(type, Union(argumentsAndSlot) | Effects.ReadsMemory | Effects.Traps | Effects.Writes)
{
    /// <summary>The signature that the function in the slot must have.</summary>
    public FunctionType Signature { get; } = signature;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Operands { get; } = argumentsAndSlot;

    /// <inheritdoc/>
    public override Expression WithOperands(IReadOnlyList<Expression> operands) => new IndirectCallExpression(Signature, Type, operands);
}
