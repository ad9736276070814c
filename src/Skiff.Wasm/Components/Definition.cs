namespace Skiff.Wasm.Components;

/// <summary>
/// One definition of a component, or one declarator of a component or instance type (specification: component model
/// explainer, grammar). Definitions refer to each other as objects, and only to those that stand before them; indices
/// exist only in the binary format.
/// </summary>
public abstract class Definition
{
    /// <summary>The name from the <c>component-name</c> section, for debugging.</summary>
    public string? Name { get; set; }

    /// <summary>The offset in the file; 0 for definitions that were not read from one.</summary>
    public long Offset { get; internal set; }

    /// <summary>Whether a section starts here although the one before it is of the same kind.</summary>
    internal bool StartsSection { get; set; }

    /// <summary>What the definition is to those that refer to it; null when nothing can refer to it.</summary>
    public abstract Sort? Sort { get; }

    /// <summary>The section of a component that holds it.</summary>
    internal abstract ComponentSectionId Section { get; }

    /// <summary>What the definition is called in messages.</summary>
    internal abstract string Kind { get; }

    /// <summary>The kind with the name, for messages.</summary>
    public override string ToString() => Name is null ? Kind : $"{Kind} '{Name}'";
}
