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

    /// <summary>
    /// The item that an import or export takes the types of an interface from: an export takes them from an export of
    /// that interface if there is one, else, as imports do, from the import.
    /// </summary>
    /// <remarks>
    /// An interface that is imported and exported is one object here, but its resources are different ones: those of the
    /// import are someone else's, those of the export the component's own.
    /// </remarks>
    public WorldInterface? FindSource(WorldItem user, Interface source)
    {
        WorldInterface? imported = Find(Imports);
        return Exports.Contains(user) ? Find(Exports) ?? imported : imported;

        WorldInterface? Find(List<WorldItem> items) =>
            items.OfType<WorldInterface>().FirstOrDefault(item => item.PlainName is null && ReferenceEquals(item.Interface, source));
    }

    /// <summary>The name.</summary>
    public override string ToString() => QualifiedName;
}
