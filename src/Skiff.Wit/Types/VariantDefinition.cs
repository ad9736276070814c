namespace Skiff.Wit;

/// <summary>A variant (WIT.md, "Item: variant").</summary>
public sealed class VariantDefinition : TypeDefinition
{
    /// <summary>Makes a variant without cases.</summary>
    public VariantDefinition(TypeOwner owner, string name)
        : base(owner, name)
    {
    }

    /// <summary>The cases.</summary>
    public List<VariantCase> Cases { get; } = [];

    /// <inheritdoc/>
    public override IEnumerable<WitType> Parts => Cases.Select(item => item.Payload).OfType<WitType>();
}
