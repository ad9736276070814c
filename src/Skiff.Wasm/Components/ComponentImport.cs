namespace Skiff.Wasm.Components;

/// <summary>What a component, or components of a type, import (specification: import and export definitions).</summary>
public sealed class ComponentImport(ExternName externName, ExternType type) : Definition
{
    /// <summary>The name with its attributes.</summary>
    public ExternName ExternName { get; set; } = externName;

    /// <summary>What is imported.</summary>
    public ExternType Type { get; set; } = type;

    /// <inheritdoc/>
    public override Sort? Sort => Type.Sort;

    internal override ComponentSectionId Section => ComponentSectionId.Import;

    internal override string Kind => $"import '{ExternName}'";
}
