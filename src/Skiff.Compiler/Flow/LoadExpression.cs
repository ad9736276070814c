using Skiff.Wasm;

namespace Skiff.Compiler.Flow;

/// <summary>A load from linear memory.</summary>
internal sealed class LoadExpression(Opcode opcode, ValType type, Expression address, uint offset)
    : Expression(type, address.Effects | Effects.ReadsMemory)
{
    /// <summary>The load instruction.</summary>
    public Opcode Opcode { get; } = opcode;

    /// <summary>The address operand.</summary>
    public Expression Address { get; } = address;

    /// <summary>The constant added to the address.</summary>
    public uint Offset { get; } = offset;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Operands { get; } = [address];

    /// <inheritdoc/>
    public override Expression WithOperands(IReadOnlyList<Expression> operands) => new LoadExpression(Opcode, Type!.Value, operands[0], Offset);
}
