namespace Skiff.Wasm.Components;

/// <summary>A core instance made of core definitions under names (specification: instance definitions).</summary>
public sealed class CoreInlineExports : Definition
{
    /// <summary>The core functions, tables, memories, globals and tags.</summary>
    public List<NamedDefinition> Exports { get; } = [];

    /// <inheritdoc/>
    public override Sort? Sort => Components.Sort.CoreInstance;

    internal override ComponentSectionId Section => ComponentSectionId.CoreInstance;

    internal override string Kind => "core instance of exports";

    /// <summary>Adds an export and returns the instance.</summary>
    public CoreInlineExports With(string name, Definition item)
    {
        Exports.Add(new NamedDefinition(name, item));
        return this;
    }
}
