namespace Skiff.Wit.Resolution;

/// <summary>What is wanted of WIT packages.</summary>
public sealed class ResolveOptions
{
    /// <summary>The features whose <c>@unstable</c> items are wanted.</summary>
    public ISet<string> Features { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether all <c>@unstable</c> items are wanted.</summary>
    public bool AllFeatures { get; set; }
}
