namespace Skiff.Wasm.Components;

/// <summary>A custom section of a component, kept as bytes (specification: binary format, custom section).</summary>
/// <remarks>Indices inside the bytes, if any, are not renumbered when the component is written.</remarks>
public sealed class ComponentCustomSection(string sectionName, ReadOnlyMemory<byte> bytes) : Definition
{
    /// <summary>The name of the section.</summary>
    public string SectionName { get; set; } = sectionName;

    /// <summary>The contents after the name.</summary>
    public ReadOnlyMemory<byte> Bytes { get; set; } = bytes;

    /// <inheritdoc/>
    public override Sort? Sort => null;

    internal override ComponentSectionId Section => ComponentSectionId.Custom;

    internal override string Kind => $"custom section '{SectionName}'";
}
