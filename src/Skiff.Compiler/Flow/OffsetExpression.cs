using Skiff.Wasm;

namespace Skiff.Compiler.Flow;

/// <summary>
/// The address some bytes after another within one object: an addition known not to wrap around, so that a load or
/// store may take it into its own constant offset.
/// </summary>
internal sealed class OffsetExpression(Expression address, int offset) : Expression(ValType.I32, address.Effects)
{
    /// <summary>The address that is added to.</summary>
    public Expression Address { get; } = address;

    /// <summary>The number of bytes, positive.</summary>
    public int Offset { get; } = offset;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Operands { get; } = [address];

    /// <inheritdoc/>
    public override Expression WithOperands(IReadOnlyList<Expression> operands) => Operations.Offset(operands[0], Offset);
}
