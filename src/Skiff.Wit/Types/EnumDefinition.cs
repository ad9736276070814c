namespace Skiff.Wit;

/// <summary>An enumeration (WIT.md, "Item: enum").</summary>
public sealed class EnumDefinition : TypeDefinition
{
    /// <summary>Makes an enumeration without cases.</summary>
    public EnumDefinition(TypeOwner owner, string name)
        : base(owner, name)
    {
    }

    /// <summary>The cases.</summary>
    public List<EnumCase> Cases { get; } = [];

    /// <inheritdoc/>
    public override IEnumerable<WitType> Parts => [];
}
