namespace Skiff.Wit;

/// <summary>A type that a world defines or takes from an interface, which makes it an import.</summary>
public sealed class WorldType : WorldItem
{
    /// <summary>Makes the item.</summary>
    public WorldType(TypeDefinition definition)
    {
        Definition = definition;
    }

    /// <summary>The type.</summary>
    public TypeDefinition Definition { get; set; }

    /// <inheritdoc/>
    public override string Name => Definition.Name;
}
