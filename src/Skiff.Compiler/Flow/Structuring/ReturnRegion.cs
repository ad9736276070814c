namespace Skiff.Compiler.Flow.Structuring;

/// <summary>Leaves the function.</summary>
internal sealed class ReturnRegion(Expression? value) : Region
{
    /// <summary>The result, if the function has one.</summary>
    public Expression? Value { get; } = value;
}
