namespace Skiff.Wasm.Components;

/// <summary>The type of components: what they import and export (specification: component binary format, <c>componenttype</c>).</summary>
public sealed class ComponentType : TypeDefinition
{
    /// <summary>The declarators: types, aliases, imports and export declarations.</summary>
    public DefinitionList Declarators { get; } = [];

    internal override string Kind => "component type";

    /// <summary>Appends a declarator and returns it.</summary>
    public T Add<T>(T declarator)
        where T : Definition => Declarators.Add(declarator);
}
