namespace Skiff.Wasm;

/// <summary>
/// What can be imported and exported: a function, table, memory, global or tag (specification: types, external types).
/// </summary>
public abstract class Extern
{
    /// <summary>Where a host provides the item; null when the module defines it.</summary>
    /// <remarks>
    /// Assigning null makes an import a definition, of which the references to it know nothing: give a function
    /// its body or a global its value first.
    /// </remarks>
    public Import? Import { get; set; }

    /// <summary>Whether a host provides the item.</summary>
    public bool IsImported => Import is not null;

    /// <summary>The name from the name section.</summary>
    public string? Name { get; set; }

    /// <summary>The specification's word for the kind of item.</summary>
    internal abstract string Kind { get; }

    /// <summary>The kind with the best name known, for messages.</summary>
    public override string ToString() =>
        Name is not null ? $"{Kind} '{Name}'" : Import is not null ? $"{Kind} '{Import}'" : $"unnamed {Kind}";
}
