using Skiff.Wit.Text;

namespace Skiff.Wit;

/// <summary>An import or export of a world.</summary>
public abstract class WorldItem
{
    private protected WorldItem()
    {
    }

    /// <summary>The name of the import or export: a plain name, or the name of an interface with its package.</summary>
    public abstract string Name { get; }

    /// <summary>Where it is written, when it was read from a file.</summary>
    public SourceSpan? Span { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
