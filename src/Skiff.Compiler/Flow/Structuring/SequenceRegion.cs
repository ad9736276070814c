namespace Skiff.Compiler.Flow.Structuring;

/// <summary>Regions one after the other.</summary>
internal sealed class SequenceRegion(IReadOnlyList<Region> parts) : Region
{
    /// <summary>The regions.</summary>
    public IReadOnlyList<Region> Parts { get; } = parts;
}
