namespace Skiff.Wasm.Components;

/// <summary>What an instance exports under a name (specification: alias definitions, <c>alias export</c>).</summary>
public sealed class ExportAlias(Definition instance, string exportName, Sort sort) : Definition
{
    /// <summary>The instance.</summary>
    public Definition Instance { get; set; } = instance;

    /// <summary>The name of the export.</summary>
    public string ExportName { get; set; } = exportName;

    /// <inheritdoc/>
    public override Sort? Sort { get; } = sort;

    internal override ComponentSectionId Section => ComponentSectionId.Alias;

    internal override string Kind => $"alias of the export '{ExportName}'";
}
