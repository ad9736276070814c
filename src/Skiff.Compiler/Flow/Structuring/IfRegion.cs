namespace Skiff.Compiler.Flow.Structuring;

/// <summary>One of two regions, by a condition.</summary>
internal sealed class IfRegion(Expression condition, Region whenTrue, Region whenFalse) : Region
{
    /// <summary>The condition, an <c>i32</c>.</summary>
    public Expression Condition { get; } = condition;

    /// <summary>What runs when it is not zero.</summary>
    public Region WhenTrue { get; } = whenTrue;

    /// <summary>What runs when it is zero.</summary>
    public Region WhenFalse { get; } = whenFalse;
}
