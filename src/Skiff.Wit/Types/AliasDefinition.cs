namespace Skiff.Wit;

/// <summary>Another name of a type: <c>type a = b;</c> or <c>use i.{a};</c> (WIT.md, "Item: type", "Item: use").</summary>
public sealed class AliasDefinition : TypeDefinition
{
    /// <summary>Makes an alias.</summary>
    public AliasDefinition(TypeOwner owner, string name, WitType target)
        : base(owner, name)
    {
        Target = target;
    }

    /// <summary>The type it stands for; for a <c>use</c>, the definition in the other interface.</summary>
    public WitType Target { get; set; }

    /// <summary>The interface a <c>use</c> takes the type from; none for a <c>type</c>.</summary>
    public Interface? UsedFrom =>
        Target is TypeDefinition { Owner: Interface source } && !ReferenceEquals(source, Owner) ? source : null;

    /// <inheritdoc/>
    public override IEnumerable<WitType> Parts => [Target];
}
