using Skiff.Bindings.Names;
using Skiff.Wit;

namespace Skiff.Bindings.Model;

/// <summary>
/// Worlds in C#: which class each type and function is in and what it is called. It says nothing about how values are
/// passed, so that hosts can share it.
/// </summary>
internal sealed class WorldModel
{
    private readonly PackageNamespaces _namespaces;
    private readonly Dictionary<string, NameScope> _namespaceMembers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Container> _containers = new(StringComparer.Ordinal);
    private readonly Dictionary<(Container, TypeDefinition), DeclaredType> _declared = [];
    private readonly Dictionary<WorldItem, ItemScope> _scopes = [];
    private readonly Dictionary<World, ItemScope> _worldScopes = [];

    // In the order in which they got their classes.
    private readonly List<ItemScope> _all = [];

    /// <param name="worlds">The worlds, which are of one graph of packages.</param>
    public WorldModel(IReadOnlyList<World> worlds)
    {
        Worlds = worlds;
        List<WorldInterface> interfaces = [.. worlds.SelectMany(world => world.Imports.Concat(world.Exports)).OfType<WorldInterface>()];
        _namespaces = new([.. worlds.Select(world => world.Package.Name), .. interfaces.Select(item => item.Interface.Package.Name)]);
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

        foreach (World world in worlds)
        {
            Container container = AddContainer(world.QualifiedName, world.Package, ClassName(world.Name, MembersOf(world), "World"), world);
            ItemScope scope = new(this, world, null, false, container, container);
            container.Imports.Add(scope);
            _worldScopes.Add(world, scope);
        }

        AddScopes(world => world.Imports, isExport: false);
        AddScopes(world => world.Exports, isExport: true);
        _all.AddRange(worlds.Select(world => _worldScopes[world]));
        DeclareTypes();
        foreach (ItemScope scope in Scopes)
        {
            NameFunctions(scope);
        }

        foreach (World world in worlds)
        {
            AddExports(world);
        }
    }

    /// <summary>The worlds.</summary>
    public IReadOnlyList<World> Worlds { get; }

    /// <summary>The classes, in a fixed order.</summary>
    public List<Container> Containers { get; } = [];

    /// <summary>The exports, in the order of the worlds.</summary>
    public List<ExportedInterface> Exports { get; } = [];

    /// <summary>Every import and export with the worlds themselves. What several worlds have is there once.</summary>
    public IEnumerable<ItemScope> Scopes => _all;

    /// <summary>The namespaces and those around them, in full.</summary>
    public IEnumerable<string> Namespaces => _namespaces.All;

    /// <summary>The class of what a world itself has.</summary>
    public Container ContainerOf(World world) => _worldScopes[world].Container;

    /// <summary>The import or export that one takes the types of an owner from.</summary>
    public ItemScope FindScope(ItemScope user, TypeOwner owner)
    {
        if (owner is World ofTypes)
        {
            return _worldScopes[ofTypes];
        }

        // What the world itself has refers to what is imported.
        World world = user.World;
        WorldItem asking = user.Item is null ? world.Imports.FirstOrDefault() ?? world.Exports[0] : user.Item;
        WorldInterface source = world.FindSource(asking, (Interface)owner)
            ?? world.Imports.Concat(world.Exports).OfType<WorldInterface>().First(item => ReferenceEquals(item.Interface, owner));
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

    private Container Nested(World world, string label, Interface item)
    {
        Container parent = ContainerOf(world);
        string name = parent.Members.Add(ClassName(label, MembersOf(item), "Interface"));
        Container container = new(parent.Namespace, [.. parent.Path, name], item, item.QualifiedName ?? label);
        Containers.Add(container);
        return container;
    }

    private void AddScopes(Func<World, IEnumerable<WorldItem>> itemsOf, bool isExport)
    {
        Dictionary<string, ItemScope> known = new(StringComparer.Ordinal);
        foreach (World world in Worlds)
        {
            foreach (WorldInterface item in itemsOf(world).OfType<WorldInterface>())
            {
                if (item.PlainName is not null || !known.TryGetValue(item.Name, out ItemScope? scope))
                {
                    scope = AddScope(world, item, isExport);
                    known[item.Name] = scope;
                }

                _scopes.Add(item, scope);
            }
        }
    }

    private ItemScope AddScope(World world, WorldInterface item, bool isExport)
    {
        Container container;
        Container shared;
        bool isTwin = isExport && Worlds.Any(other => other.Imports.Any(import => import.Name == item.Name));
        string prefix = isTwin ? "exported-" : "";
        if (item.PlainName is { } plain)
        {
            container = Nested(world, prefix + plain, item.Interface);
            shared = item.Interface.Name is null ? container : Natural(item.Interface);
        }
        else
        {
            shared = Natural(item.Interface);
            container = isTwin
                ? AddContainer("exported " + item.Name, item.Interface.Package, "Exported" + shared.Name, item.Interface)
                : shared;
        }

        ItemScope scope = new(this, world, item, isExport, container, shared);
        _all.Add(scope);
        if (!isExport)
        {
            container.Imports.Add(scope);
        }

        return scope;
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

    private static void NameFunctions(ItemScope scope)
    {
        NameScope members = scope.IsExport ? new(NameScope.ObjectMembers) : scope.Container.Members;
        Name(scope, scope.FreeFunctions, members);
        if (scope.Item is null)
        {
            Name(scope, scope.World.Exports.OfType<WorldFunction>().Select(item => item.Function), new(NameScope.ObjectMembers));
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

    private void AddExports(World world)
    {
        ItemScope worldScope = _worldScopes[world];
        Container worldContainer = worldScope.Container;
        List<WorldFunction> functions = [.. world.Exports.OfType<WorldFunction>()];
        if (functions.Count > 0)
        {
            NameScope members = _namespaceMembers[worldContainer.Namespace];
            Exports.Add(
                new(
                    worldScope,
                    null,
                    worldContainer.Namespace,
                    members.Add("I" + Identifiers.Pascal(world.Name)),
                    members.Add(worldContainer.Name + "Exports"),
                    world.QualifiedName,
                    functions[0],
                    [.. functions.Select(item => item.Function)]));
        }

        foreach (WorldInterface item in world.Exports.OfType<WorldInterface>())
        {
            ItemScope scope = _scopes[item];
            if (Exports.Any(export => ReferenceEquals(export.Scope, scope)))
            {
                continue;
            }

            bool isNested = item.PlainName is not null;
            string ns = scope.Container.Namespace;
            NameScope names = isNested ? worldContainer.Members : _namespaceMembers[ns];
            Exports.Add(
                new(
                    scope,
                    isNested ? worldContainer : null,
                    ns,
                    names.Add("I" + Identifiers.Pascal(item.PlainName ?? item.Interface.Name!)),
                    _namespaceMembers[ns].Add(string.Concat(scope.Container.Path) + "Exports"),
                    item.Name,
                    item,
                    item.Interface.Functions));
        }
    }
}
