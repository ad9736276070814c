namespace Skiff.Wasm.Components;

/// <summary>A component inside another (specification: component definitions).</summary>
public sealed class NestedComponent(Component component) : Definition
{
    /// <summary>The component.</summary>
    public Component Component { get; set; } = component;

    /// <inheritdoc/>
    public override Sort? Sort => Components.Sort.Component;

    internal override ComponentSectionId Section => ComponentSectionId.Component;

    internal override string Kind => "nested component";
}
