using Skiff.Bindings.Names;
using Skiff.Wit;

namespace Skiff.Bindings.Model;

/// <summary>The simple names of everything that is declared for a world: what else is called like one of these needs its full name.</summary>
internal sealed class DeclaredNames
{
    // Inside namespaces.
    private readonly HashSet<string> _classes = new(StringComparer.Ordinal);

    // Inside the classes of interfaces.
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    // Inside the types and the classes that pass values.
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);

    private readonly HashSet<string> _ofProject;

    /// <param name="world">The world.</param>
    /// <param name="ofProject">The names that the project itself declares in the namespaces of the world.</param>
    public DeclaredNames(WorldModel world, IEnumerable<string> ofProject)
    {
        _ofProject = new(ofProject, StringComparer.Ordinal);
        _members.UnionWith([.. NameScope.RecordMembers, "Dispose", "DropHandle", "Value"]);
        _classes.UnionWith(world.Namespaces.Where(ns => ns.Contains('.')).Select(ns => ns.Substring(ns.LastIndexOf('.') + 1)));
        foreach (Container container in world.Containers)
        {
            _classes.UnionWith(container.Path);
            _classes.Add(container.AbiName);
            foreach (DeclaredType type in container.Types)
            {
                _types.Add(type.Name);
                if (type.Definition is VariantDefinition)
                {
                    _members.UnionWith(type.MemberNames);
                }
            }
        }

        foreach (ExportedInterface export in world.Exports)
        {
            _classes.Add(export.Name);
            _classes.Add(export.ExportsName);
        }

        foreach (ItemScope scope in world.Scopes)
        {
            foreach (KeyValuePair<Function, FunctionName> pair in scope.FunctionNames)
            {
                string resource = pair.Key.Resource is { } owner ? Identifiers.Pascal(owner.Name) : "";
                _members.UnionWith([pair.Value.Method, pair.Value.Try, resource + pair.Value.Method]);
                if (pair.Key.Kind != FunctionKind.Constructor)
                {
                    _members.Add(resource + Identifiers.Pascal(pair.Key.LocalName));
                }
            }
        }
    }

    /// <summary>Whether anything has a name.</summary>
    public bool Contains(string name) => HidesNamespace(name) || _ofProject.Contains(name);

    /// <summary>Whether something can stand before a type of an interface, where that is called by its simple name.</summary>
    public bool HidesType(string name) => _members.Contains(name);

    /// <summary>Whether something can stand before a class of the same namespace.</summary>
    public bool HidesClass(string name) => _members.Contains(name) || _types.Contains(name);

    /// <summary>Whether something can stand before a namespace that is in no other.</summary>
    public bool HidesNamespace(string name) => HidesClass(name) || _classes.Contains(name);
}
