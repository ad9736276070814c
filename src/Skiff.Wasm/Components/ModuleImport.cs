namespace Skiff.Wasm.Components;

/// <summary>An import that modules of the type have.</summary>
public sealed class ModuleImport : ModuleDeclarator
{
    /// <summary>Declares an import.</summary>
    /// <exception cref="ArgumentException">The item does not say what it is imported as.</exception>
    public ModuleImport(Extern item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Item = item.IsImported ? item : throw new ArgumentException($"The {item} is not an import.", nameof(item));
    }

    /// <summary>Module, name and type of the import; a function has no body.</summary>
    public Extern Item { get; }
}
