namespace Skiff.Wit;

/// <summary>A resource (WIT.md, "Item: resource"). Values are handles: <see cref="OwnType"/>, <see cref="BorrowType"/>.</summary>
public sealed class ResourceDefinition : TypeDefinition
{
    /// <summary>Makes a resource without functions.</summary>
    public ResourceDefinition(TypeOwner owner, string name)
        : base(owner, name)
    {
    }

    /// <summary>The constructor, methods and static functions.</summary>
    public List<Function> Functions { get; } = [];

    /// <summary>The constructor.</summary>
    public Function? Constructor => Functions.Find(function => function.Kind == FunctionKind.Constructor);

    /// <inheritdoc/>
    public override IEnumerable<WitType> Parts => [];
}
