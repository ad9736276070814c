namespace Skiff.Components;

/// <summary>Components do not fit into each other; everything that does not is named.</summary>
public sealed class CompositionException(IReadOnlyList<string> problems) : Exception(string.Join("\n", problems))
{
    /// <summary>What does not fit, a sentence each.</summary>
    public IReadOnlyList<string> Problems => problems;
}
