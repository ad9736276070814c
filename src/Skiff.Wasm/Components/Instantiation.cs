namespace Skiff.Wasm.Components;

/// <summary>An instance of a component (specification: instance definitions, <c>instantiate</c>).</summary>
public sealed class Instantiation(Definition component) : Definition
{
    /// <summary>The component.</summary>
    public Definition Component { get; set; } = component;

    /// <summary>The definitions that satisfy the component's imports, by the imports' names.</summary>
    public List<NamedDefinition> Arguments { get; } = [];

    /// <inheritdoc/>
    public override Sort? Sort => Components.Sort.Instance;

    internal override ComponentSectionId Section => ComponentSectionId.Instance;

    internal override string Kind => "instance";

    /// <summary>Satisfies an import, and returns the instantiation.</summary>
    public Instantiation With(string name, Definition item)
    {
        Arguments.Add(new NamedDefinition(name, item));
        return this;
    }
}
