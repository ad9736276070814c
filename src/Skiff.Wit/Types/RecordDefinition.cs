namespace Skiff.Wit;

/// <summary>A record (WIT.md, "Item: record").</summary>
public sealed class RecordDefinition : TypeDefinition
{
    /// <summary>Makes a record without fields.</summary>
    public RecordDefinition(TypeOwner owner, string name)
        : base(owner, name)
    {
    }

    /// <summary>The fields.</summary>
    public List<Field> Fields { get; } = [];

    /// <inheritdoc/>
    public override IEnumerable<WitType> Parts => Fields.Select(item => item.Type);
}
