using System.Runtime.CompilerServices;
using Skiff.Wit;

namespace Skiff.Bindings.Model;

/// <summary>
/// One import or export of a world, or the world itself: what its types are in C#. An interface that is imported and
/// exported has two, because their resources differ.
/// </summary>
internal sealed class ItemScope
{
    private readonly WorldModel _model;
    private readonly Dictionary<TypeDefinition, DeclaredType> _types = [];
    private readonly Dictionary<Function, FunctionName> _functions = [];

    public ItemScope(WorldModel model, World world, WorldInterface? item, bool isExport, Container container, Container shared)
    {
        _model = model;
        World = world;
        Item = item;
        IsExport = isExport;
        Container = container;
        Shared = shared;
    }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <summary>The import or export; none for the world itself.</summary>
    public WorldInterface? Item { get; }

    /// <summary>Whether it is an export.</summary>
    public bool IsExport { get; }

    /// <summary>The class of the functions, and of the types whose values hold handles.</summary>
    public Container Container { get; }

    /// <summary>The class of the other types, which are the same wherever the interface is imported or exported.</summary>
    public Container Shared { get; }

    /// <summary>The interface, or the world.</summary>
    public TypeOwner Owner => Item is null ? World : Item.Interface;

    /// <summary>The functions that belong to no resource.</summary>
    public IEnumerable<Function> FreeFunctions => Item is null
        ? World.Imports.OfType<WorldFunction>().Select(item => item.Function)
        : Item.Interface.Functions;

    /// <summary>The C# type of a record, variant, enum, flags or resource.</summary>
    [IndexerName("Declared")]
    public DeclaredType this[TypeDefinition definition] =>
        ReferenceEquals(definition.Owner, Owner)
            ? _types[definition]
            : _model.FindScope(this, definition.Owner)[definition];

    /// <summary>Whether values can hold handles that someone else lent, which are given back when the call is over.</summary>
    public bool HoldsLent(WitType type) => type.Contains(part => part is BorrowType borrow && !this[borrow.Definition].IsExportedResource);

    /// <summary>The names of a function.</summary>
    [IndexerName("Declared")]
    public FunctionName this[Function function] => _functions[function];

    /// <summary>The names of all functions.</summary>
    public IEnumerable<KeyValuePair<Function, FunctionName>> FunctionNames => _functions;

    /// <summary>Says what the C# type of a definition is.</summary>
    public void Add(TypeDefinition definition, DeclaredType type) => _types.Add(definition, type);

    /// <summary>Says what a function is called.</summary>
    public void Add(Function function, FunctionName name) => _functions.Add(function, name);
}
