using Skiff.Wasm;

namespace Skiff.Compiler.Flow;

/// <summary>A call of a known function.</summary>
internal sealed class CallExpression(Function function, ValType? type, IReadOnlyList<Expression> arguments)
    : Expression(type, Union(arguments) | Effects.ReadsMemory | Effects.Traps | Effects.Writes)
{
    /// <summary>The function that is called.</summary>
    public Function Function { get; } = function;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Operands { get; } = arguments;

    /// <inheritdoc/>
    public override Expression WithOperands(IReadOnlyList<Expression> operands) => new CallExpression(Function, Type, operands);
}
