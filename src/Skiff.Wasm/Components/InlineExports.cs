namespace Skiff.Wasm.Components;

/// <summary>An instance made of definitions under names (specification: instance definitions).</summary>
public sealed class InlineExports : Definition
{
    /// <summary>The exports.</summary>
    public List<InlineExport> Exports { get; } = [];

    /// <inheritdoc/>
    public override Sort? Sort => Components.Sort.Instance;

    internal override ComponentSectionId Section => ComponentSectionId.Instance;

    internal override string Kind => "instance of exports";

    /// <summary>Adds an export and returns the instance.</summary>
    public InlineExports With(ExternName name, Definition item)
    {
        Exports.Add(new InlineExport(name, item));
        return this;
    }
}
