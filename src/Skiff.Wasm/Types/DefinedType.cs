namespace Skiff.Wasm;

/// <summary>
/// A type of the type section: function, structure or array (specification: types, composite and recursive types).
/// </summary>
/// <remarks>
/// A module need not list the types that its items use: the writer collects them. Function types compare by value
/// unless they take part in subtyping or recursion; all others compare by identity.
/// </remarks>
public abstract class DefinedType
{
    /// <summary>The name from the name section.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the type can have no subtypes.</summary>
    public bool IsFinal { get; set; } = true;

    /// <summary>The type this one extends.</summary>
    public DefinedType? Supertype { get; set; }

    /// <summary>The recursion group the type was defined in; null for a type that stands alone.</summary>
    public RecursionGroup? Group { get; internal set; }

    /// <summary>The text format's word for the kind of type.</summary>
    internal abstract string Kind { get; }

    /// <summary>Whether the type takes no part in subtyping or recursion.</summary>
    internal bool IsPlain => IsFinal && Supertype is null && Group is null;
}
