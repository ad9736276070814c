namespace Skiff.Wasm.Components;

/// <summary>
/// What a component exports (specification: import and export definitions). The export is a definition of its own,
/// which those after it can refer to.
/// </summary>
public sealed class ComponentExport(ExternName externName, Definition item, ExternType? type = null) : Definition
{
    /// <summary>The name with its attributes.</summary>
    public ExternName ExternName { get; set; } = externName;

    /// <summary>The definition that is exported.</summary>
    public Definition Item { get; set; } = item;

    /// <summary>The type that the export shows, if not the definition's own.</summary>
    public ExternType? Type { get; set; } = type;

    /// <inheritdoc/>
    public override Sort? Sort => Item.Sort;

    internal override ComponentSectionId Section => ComponentSectionId.Export;

    internal override string Kind => $"export '{ExternName}'";
}
