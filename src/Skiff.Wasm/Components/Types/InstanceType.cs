namespace Skiff.Wasm.Components;

/// <summary>The type of instances: what they export (specification: component binary format, <c>instancetype</c>).</summary>
public sealed class InstanceType : TypeDefinition
{
    /// <summary>The declarators: types, aliases and export declarations.</summary>
    public DefinitionList Declarators { get; } = [];

    internal override string Kind => "instance type";

    /// <summary>Appends a declarator and returns it.</summary>
    public T Add<T>(T declarator)
        where T : Definition => Declarators.Add(declarator);
}
