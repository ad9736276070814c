namespace Skiff.Wit;

/// <summary>A set of named bits (WIT.md, "Item: flags").</summary>
public sealed class FlagsDefinition : TypeDefinition
{
    /// <summary>Makes a set without bits.</summary>
    public FlagsDefinition(TypeOwner owner, string name)
        : base(owner, name)
    {
    }

    /// <summary>The flags, the lowest bit first.</summary>
    public List<Flag> Flags { get; } = [];

    /// <inheritdoc/>
    public override IEnumerable<WitType> Parts => [];
}
