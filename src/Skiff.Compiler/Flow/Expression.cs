using Skiff.Wasm;

namespace Skiff.Compiler.Flow;

/// <summary>A tree that evaluates, operands left to right, to one wasm value or to none.</summary>
internal abstract class Expression(ValType? type, Effects effects)
{
    /// <summary>Type of the value; <see langword="null"/> when there is none.</summary>
    public ValType? Type { get; } = type;

    /// <summary>Effects of the whole tree.</summary>
    public Effects Effects { get; } = effects;

    /// <summary>The direct operands, in order of evaluation.</summary>
    public virtual IReadOnlyList<Expression> Operands => [];

    /// <summary>The same node over other operands.</summary>
    public virtual Expression WithOperands(IReadOnlyList<Expression> operands) => this;

    /// <summary>The union of the effects of <paramref name="operands"/>.</summary>
    protected static Effects Union(IEnumerable<Expression> operands)
    {
        Effects union = Effects.None;
        foreach (Expression operand in operands)
        {
            union |= operand.Effects;
        }

        return union;
    }
}
