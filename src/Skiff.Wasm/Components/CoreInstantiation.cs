namespace Skiff.Wasm.Components;

/// <summary>An instance of a core module (specification: instance definitions, <c>core instantiate</c>).</summary>
public sealed class CoreInstantiation(Definition module) : Definition
{
    /// <summary>The core module.</summary>
    public Definition Module { get; set; } = module;

    /// <summary>The core instances that satisfy the module's imports, by the imports' module names.</summary>
    public List<NamedDefinition> Arguments { get; } = [];

    /// <inheritdoc/>
    public override Sort? Sort => Components.Sort.CoreInstance;

    internal override ComponentSectionId Section => ComponentSectionId.CoreInstance;

    internal override string Kind => "core instance";

    /// <summary>Satisfies the imports from one module name, and returns the instantiation.</summary>
    public CoreInstantiation With(string name, Definition instance)
    {
        Arguments.Add(new NamedDefinition(name, instance));
        return this;
    }
}
