namespace Skiff.Wit;

/// <summary>An interface that a world imports or exports.</summary>
public sealed class WorldInterface : WorldItem
{
    /// <summary>Makes the item.</summary>
    /// <param name="item">The interface.</param>
    /// <param name="plainName">The plain name, which an inline interface must have.</param>
    public WorldInterface(Interface item, string? plainName = null)
    {
        Interface = item;
        PlainName = plainName;
    }

    /// <summary>The interface.</summary>
    public Interface Interface { get; set; }

    /// <summary>The name of the import or export when that is not the name of the interface.</summary>
    public string? PlainName { get; set; }

    /// <inheritdoc/>
    public override string Name => PlainName ?? Interface.QualifiedName ?? "";

    /// <summary>The text of the documentation comments of the import or export itself.</summary>
    public string? Documentation { get; set; }

    /// <summary>What the gates of the import or export say.</summary>
    public Stability Stability { get; set; } = Stability.Ungated;

    /// <summary>The string of <c>@external-id</c>.</summary>
    public string? ExternalId { get; set; }
}
