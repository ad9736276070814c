namespace Skiff.Compiler.Flow;

/// <summary>A step of a block; it evaluates its operands left to right, then has its effect.</summary>
internal abstract class Statement
{
    /// <summary>The expressions it evaluates, in order.</summary>
    public abstract IReadOnlyList<Expression> Operands { get; }

    /// <summary>The same step over other operands.</summary>
    public abstract Statement WithOperands(IReadOnlyList<Expression> operands);
}
