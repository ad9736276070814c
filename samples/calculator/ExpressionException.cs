namespace Calculator;

/// <summary>The text is not an expression.</summary>
public sealed class ExpressionException(int position, string expected)
    : Exception($"There should be {expected} at position {position}.")
{
    /// <summary>Where, from 0.</summary>
    public int Position { get; } = position;

    /// <summary>What could stand there.</summary>
    public string Expected { get; } = expected;
}
