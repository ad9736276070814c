using Skiff.Wit.Text;

namespace Skiff.Wit.Resolution;

/// <summary>
/// Completes a world by the interfaces that others of it take types from, and puts its items in order (WIT.md,
/// "Transitive imports and worlds"): what an import needs is imported; what an export needs is the export of it if there
/// is one, else imported.
/// </summary>
internal sealed class WorldElaboration(World world, SourceSpan span, DiagnosticBag diagnostics)
{
    private readonly Dictionary<Interface, List<Interface>> _dependencies = [];
    private readonly Dictionary<Interface, WorldInterface> _namedImports = [];
    private readonly Dictionary<Interface, WorldInterface> _namedExports = [];
    private readonly HashSet<Interface> _imported = [];
    private readonly HashSet<Interface> _exported = [];
    private readonly HashSet<Interface> _requiredImports = [];
    private readonly List<WorldItem> _imports = [];
    private readonly List<WorldItem> _exports = [];

    public void Run()
    {
        Index(world.Imports, _namedImports);
        Index(world.Exports, _namedExports);
        foreach (WorldItem item in world.Imports.OrderBy(Rank))
        {
            AddImport(item);
        }

        _exports.AddRange(world.Exports.OfType<WorldFunction>());
        foreach (WorldInterface item in world.Exports.OfType<WorldInterface>())
        {
            if (FindConflict(item, asExport: true) is { } conflict)
            {
                diagnostics.Error(
                    DiagnosticCode.WorldConflict,
                    item.Span ?? span,
                    $"the export `{item.Name}` needs `{conflict}` both as the export it is and as an import, because what stands between them is not exported; export every interface between them too");
            }
        }

        Replace(world.Imports, _imports.OrderBy(Rank));
        Replace(world.Exports, _exports);
    }

    // Interfaces before the types that come from them, types before the functions that have them.
    private int Rank(WorldItem item) => item switch
    {
        WorldInterface => 0,
        WorldType { Definition: AliasDefinition { UsedFrom: not null } } => 1,
        WorldType => 2,
        _ => 3,
    };

    private static void Index(List<WorldItem> items, Dictionary<Interface, WorldInterface> named)
    {
        foreach (WorldInterface item in items.OfType<WorldInterface>())
        {
            if (item.PlainName is null)
            {
                named[item.Interface] = item;
            }
        }
    }

    private void AddImport(WorldItem item)
    {
        switch (item)
        {
            case WorldInterface { PlainName: null } named:
                Import(named.Interface, named.Stability);
                break;
            case WorldInterface plain:
                foreach (Interface dependency in DependenciesOf(plain.Interface))
                {
                    Import(dependency, plain.Stability);
                }

                _imports.Add(plain);
                break;
            case WorldType { Definition: AliasDefinition { UsedFrom: { } source } alias }:
                Import(source, alias.Stability);
                _imports.Add(item);
                break;
            default:
                _imports.Add(item);
                break;
        }
    }

    private void Import(Interface item, Stability stability)
    {
        if (!_imported.Add(item))
        {
            return;
        }

        foreach (Interface dependency in DependenciesOf(item))
        {
            Import(dependency, stability);
        }

        _imports.Add(
            _namedImports.TryGetValue(item, out WorldInterface? written)
                ? written
                : new WorldInterface(item) { Stability = stability });
    }

    // Adds an exported interface, or one that an export needs as an import. Returns the interface that would be needed
    // both ways.
    private Interface? FindConflict(WorldInterface item, bool asExport)
    {
        bool isNamed = item.PlainName is null;
        if (isNamed && _exported.Contains(item.Interface))
        {
            return asExport ? null : item.Interface;
        }

        if (!asExport && _requiredImports.Contains(item.Interface))
        {
            return null;
        }

        foreach (Interface dependency in DependenciesOf(item.Interface))
        {
            bool exportsIt = asExport && _namedExports.ContainsKey(dependency);
            WorldInterface next = exportsIt
                ? _namedExports[dependency]
                : new(dependency) { Stability = item.Stability };
            if (FindConflict(next, exportsIt) is { } conflict)
            {
                return conflict;
            }
        }

        if (asExport)
        {
            if (isNamed && _requiredImports.Contains(item.Interface))
            {
                return item.Interface;
            }

            if (isNamed)
            {
                _exported.Add(item.Interface);
            }

            _exports.Add(item);
            return null;
        }

        _requiredImports.Add(item.Interface);
        if (_imported.Add(item.Interface))
        {
            _imports.Add(item);
        }

        return null;
    }

    private List<Interface> DependenciesOf(Interface item)
    {
        if (!_dependencies.TryGetValue(item, out List<Interface>? dependencies))
        {
            _dependencies.Add(item, dependencies = [.. item.Dependencies]);
        }

        return dependencies;
    }

    private static void Replace(List<WorldItem> items, IEnumerable<WorldItem> replacement)
    {
        List<WorldItem> ordered = [.. replacement];
        items.Clear();
        items.AddRange(ordered);
    }
}
