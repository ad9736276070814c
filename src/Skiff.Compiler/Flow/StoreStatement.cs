using Skiff.Wasm;

namespace Skiff.Compiler.Flow;

/// <summary>A store to linear memory.</summary>
internal sealed class StoreStatement(Opcode opcode, Expression address, uint offset, Expression value) : Statement
{
    /// <summary>The store instruction.</summary>
    public Opcode Opcode { get; } = opcode;

    /// <summary>The address operand.</summary>
    public Expression Address { get; } = address;

    /// <summary>The constant added to the address.</summary>
    public uint Offset { get; } = offset;

    /// <summary>What is stored.</summary>
    public Expression Value { get; } = value;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Operands { get; } = [address, value];

    /// <inheritdoc/>
    public override Statement WithOperands(IReadOnlyList<Expression> operands) => new StoreStatement(Opcode, operands[0], Offset, operands[1]);
}
