namespace Skiff.Wit;

/// <summary>
/// What a component imports and exports (WIT.md, "WIT Worlds"). Worlds are complete: they list every interface that
/// theirs take types from (WIT.md, "Transitive imports and worlds"), and what they include.
/// </summary>
public sealed class World : TypeOwner
{
    /// <summary>Makes a world without items.</summary>
    public World(Package package, string name)
        : base(package)
    {
        Name = name;
    }

    /// <summary>The name in the package.</summary>
    public string Name { get; set; }

    /// <summary>
    /// The imports: interfaces, each after those it takes types from, then types, each after those it refers to, then
    /// functions.
    /// </summary>
    public List<WorldItem> Imports { get; } = [];

    /// <summary>The exports: functions, then interfaces, each after those it takes types from.</summary>
    public List<WorldItem> Exports { get; } = [];

    /// <summary>The name with that of the package: <c>a:b/c@1.0.0</c>.</summary>
    public string QualifiedName => Package.Name.GetItemName(Name);

    /// <inheritdoc/>
    public override IEnumerable<TypeDefinition> DefinedTypes => Imports.OfType<WorldType>().Select(item => item.Definition);

    /// <summary>The import of a name, as <see cref="WorldItem.Name"/> has it.</summary>
    public WorldItem? FindImport(string name) => Imports.Find(item => item.Name == name);

    /// <summary>The export of a name, as <see cref="WorldItem.Name"/> has it.</summary>
    public WorldItem? FindExport(string name) => Exports.Find(item => item.Name == name);

    /// <summary>The name.</summary>
    public override string ToString() => QualifiedName;
}
