using Skiff.Bindings.Names;
using Skiff.Wit;

namespace Skiff.Bindings.Model;

/// <summary>
/// A world in C#: which class each type and function is in and what it is called. It says nothing about how values are
/// passed, so that hosts can share it.
/// </summary>
internal sealed class WorldModel
{
    private readonly PackageNamespaces _namespaces;
    private readonly Dictionary<string, NameScope> _namespaceMembers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Container> _containers = new(StringComparer.Ordinal);
    private readonly Dictionary<(Container, TypeDefinition), DeclaredType> _declared = [];
    private readonly Dictionary<WorldItem, ItemScope> _scopes = [];
    private readonly ItemScope _worldScope;

    public WorldModel(World world)
    {
        World = world;
        IEnumerable<WorldInterface> interfaces = world.Imports.Concat(world.Exports).OfType<WorldInterface>();
        _namespaces = new([world.Package.Name, .. interfaces.Select(item => item.Interface.Package.Name)]);
        foreach (string name in _namespaces.All)
        {
            _namespaceMembers.Add(
                name,
                new([.. _namespaces.All.Where(other => Parent(other) == name).Select(LastPart)]));
        }

        // The interfaces that are imported or exported by their own names have the first choice of names.
        foreach (WorldInterface item in interfaces.Where(item => item.Interface.Name is not null))
        {
            Natural(item.Interface);
        }

        WorldContainer = AddContainer(world.QualifiedName, world.Package, ClassName(world.Name, MembersOf(world), "World"), world);
        foreach (WorldInterface item in world.Imports.OfType<WorldInterface>())
        {
            AddScope(item, isExport: false);
        }

        _worldScope = new(this, null, false, WorldContainer, WorldContainer);
        WorldContainer.Imports.Add(_worldScope);
        foreach (WorldInterface item in world.Exports.OfType<WorldInterface>())
        {
            AddScope(item, isExport: true);
        }

        DeclareTypes();
        foreach (ItemScope scope in Scopes)
        {
            NameFunctions(scope);
        }

        AddExports();
    }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <summary>The class of what the world itself has.</summary>
    public Container WorldContainer { get; }

    /// <summary>The classes, in a fixed order.</summary>
    public List<Container> Containers { get; } = [];

    /// <summary>The exports, in the order of the world.</summary>
    public List<ExportedInterface> Exports { get; } = [];

    /// <summary>Every import and export with the world itself.</summary>
    public IEnumerable<ItemScope> Scopes =>
        World.Imports.Concat(World.Exports).OfType<WorldInterface>().Select(item => _scopes[item]).Append(_worldScope);

    /// <summary>The namespaces and those around them, in full.</summary>
    public IEnumerable<string> Namespaces => _namespaces.All;

    /// <summary>The import or export that one takes the types of an owner from.</summary>
    public ItemScope FindScope(ItemScope user, TypeOwner owner)
    {
        if (owner is World)
        {
            return _worldScope;
        }

        // What the world itself has refers to what is imported.
        WorldItem asking = user.Item is null ? World.Imports.FirstOrDefault() ?? World.Exports[0] : user.Item;
        WorldInterface source = World.FindSource(asking, (Interface)owner)
            ?? World.Imports.Concat(World.Exports).OfType<WorldInterface>().First(item => ReferenceEquals(item.Interface, owner));
        return _scopes[source];
    }

    private static string Parent(string name) => name.LastIndexOf('.') is >= 0 and int dot ? name.Substring(0, dot) : "";

    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static IEnumerable<string> MembersOf(TypeOwner owner) =>
        owner.DefinedTypes.Where(type => type is not AliasDefinition).Select(type => type.Name)
            .Concat(owner switch
            {
                Interface item => item.Functions.Select(function => function.Name),
                World world => world.Imports.Concat(world.Exports).Where(item => item is WorldFunction or WorldInterface { PlainName: not null })
                    .Select(item => item.Name),
                _ => [],
            });

    // A member of a class cannot have the name of the class.
    private static string ClassName(string label, IEnumerable<string> members, string suffix)
    {
        string name = Identifiers.Pascal(label);
        return members.Any(member => Identifiers.Pascal(member) == name) ? name + suffix : name;
    }

    private Container Natural(Interface item) =>
        _containers.TryGetValue(item.QualifiedName!, out Container? known)
            ? known
            : AddContainer(item.QualifiedName!, item.Package, ClassName(item.Name!, MembersOf(item), "Interface"), item);

    private Container AddContainer(string key, Package package, string name, TypeOwner source)
    {
        string ns = _namespaces[package.Name];
        Container container = new(ns, [_namespaceMembers[ns].Add(name)], source, source.ToString()!);
        _containers.Add(key, container);
        Containers.Add(container);
        return container;
    }

    private Container Nested(string label, Interface item)
    {
        string name = WorldContainer.Members.Add(ClassName(label, MembersOf(item), "Interface"));
        Container container = new(WorldContainer.Namespace, [.. WorldContainer.Path, name], item, item.QualifiedName ?? label);
        Containers.Add(container);
        return container;
    }

    private void AddScope(WorldInterface item, bool isExport)
    {
        Container container;
        Container shared;
        bool isTwin = isExport && World.Imports.Any(import => import.Name == item.Name);
        string prefix = isTwin ? "exported-" : "";
        if (item.PlainName is { } plain)
        {
            container = Nested(prefix + plain, item.Interface);
            shared = item.Interface.Name is null ? container : Natural(item.Interface);
        }
        else
        {
            shared = Natural(item.Interface);
            container = isTwin
                ? AddContainer("exported " + item.Name, item.Interface.Package, "Exported" + shared.Name, item.Interface)
                : shared;
        }

        ItemScope scope = new(this, item, isExport, container, shared);
        _scopes.Add(item, scope);
        if (!isExport)
        {
            container.Imports.Add(scope);
        }
    }

    private void DeclareTypes()
    {
        foreach (ItemScope scope in Scopes)
        {
            foreach (TypeDefinition definition in scope.Owner.DefinedTypes.Where(type => type is not AliasDefinition))
            {
                bool isShared = definition is not ResourceDefinition && !definition.ContainsHandle();
                Container container = isShared ? scope.Shared : scope.Container;
                if (!_declared.TryGetValue((container, definition), out DeclaredType? declared))
                {
                    string prefix = definition is ResourceDefinition && scope.IsExport ? "I" : "";
                    string name = container.Members.Add(prefix + Identifiers.Pascal(definition.Name));
                    declared = new(definition, scope, container, name);
                    container.Types.Add(declared);
                    _declared.Add((container, definition), declared);
                }

                scope.Add(definition, declared);
            }
        }
    }

    private void NameFunctions(ItemScope scope)
    {
        NameScope members = scope.IsExport ? new(NameScope.ObjectMembers) : scope.Container.Members;
        Name(scope, scope.FreeFunctions, members);
        if (scope.Item is null)
        {
            Name(scope, World.Exports.OfType<WorldFunction>().Select(item => item.Function), new(NameScope.ObjectMembers));
        }

        foreach (ResourceDefinition resource in scope.Owner.DefinedTypes.OfType<ResourceDefinition>())
        {
            Name(
                scope,
                resource.Functions,
                new([.. NameScope.ObjectMembers, scope[resource].Name, "Dispose", "DropHandle", "Create", "TryCreate", "New"]));
        }
    }

    private static void Name(ItemScope scope, IEnumerable<Function> functions, NameScope names)
    {
        List<Function> all = [.. functions];
        List<string> methods =
        [
            .. all.Select(function =>
                function.Kind == FunctionKind.Constructor ? "Create" : names.Add(Identifiers.Pascal(function.LocalName))),
        ];
        for (int i = 0; i < all.Count; i++)
        {
            string alternative = all[i].Kind == FunctionKind.Constructor
                ? "TryCreate"
                : all[i].Result?.Unaliased is ResultType ? names.Add("Try" + methods[i]) : "";
            scope.Add(all[i], new(methods[i], alternative));
        }
    }

    private void AddExports()
    {
        List<WorldFunction> functions = [.. World.Exports.OfType<WorldFunction>()];
        if (functions.Count > 0)
        {
            NameScope members = _namespaceMembers[WorldContainer.Namespace];
            Exports.Add(
                new(
                    _worldScope,
                    null,
                    WorldContainer.Namespace,
                    members.Add("I" + Identifiers.Pascal(World.Name)),
                    members.Add(WorldContainer.Name + "Exports"),
                    World.QualifiedName,
                    functions[0],
                    [.. functions.Select(item => item.Function)]));
        }

        foreach (WorldInterface item in World.Exports.OfType<WorldInterface>())
        {
            ItemScope scope = _scopes[item];
            bool isNested = item.PlainName is not null;
            string ns = scope.Container.Namespace;
            NameScope names = isNested ? WorldContainer.Members : _namespaceMembers[ns];
            Exports.Add(
                new(
                    scope,
                    isNested ? WorldContainer : null,
                    ns,
                    names.Add("I" + Identifiers.Pascal(item.PlainName ?? item.Interface.Name!)),
                    _namespaceMembers[ns].Add(string.Concat(scope.Container.Path) + "Exports"),
                    item.Name,
                    item,
                    item.Interface.Functions));
        }
    }
}
