namespace Skiff.Wasm.Components;

/// <summary>An export that modules of the type have.</summary>
/// <param name="name">The name.</param>
/// <param name="item">The type of the export: an item without body or value.</param>
public sealed class ModuleExport(string name, Extern item) : ModuleDeclarator
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The type of the export: an item without body or value.</summary>
    public Extern Item { get; } = item;
}
