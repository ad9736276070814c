using Skiff.Components.Composition;
using Skiff.Components.Reading;
using Skiff.Wasm.Components;
using Skiff.Wasm.Validation;
using Skiff.Wit;

namespace Skiff.Components;

/// <summary>
/// Makes one component of several: what one imports, another one exports. There is one instance of each; what nobody exports is
/// imported by the whole, once for all that import it.
/// </summary>
public sealed class ComponentComposer
{
    private readonly ComposedPart _app;
    private readonly List<ComposedPart> _parts;
    private readonly List<string> _problems = [];
    private readonly Component _component = new();
    private readonly Dictionary<string, string> _names = [];

    private ComponentComposer(ComposedPart app, IEnumerable<ComposedPart> plugs)
    {
        _app = app;
        _parts = [app, .. plugs];
    }

    /// <summary>
    /// Plugs components into the imports of another and of each other. An export fits an import of its name, or of a compatible
    /// version of the same interface.
    /// </summary>
    /// <param name="app">The component whose exports the whole has.</param>
    /// <param name="plugs">The others.</param>
    /// <exception cref="CompositionException">They do not fit.</exception>
    public static Component Compose(ComponentPart app, IReadOnlyList<ComponentPart> plugs)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(plugs);
        return new ComponentComposer(new ComposedPart(app), plugs.Select(plug => new ComposedPart(plug))).Compose();
    }

    private Component Compose()
    {
        _parts.ForEach(FindProviders);
        RequireUse();
        List<ComposedPart> order = Order();
        World imports = MergeImports();
        ThrowIfProblems();
        IReadOnlyDictionary<string, Definition> imported = WorldTypeEncoder.AddImports(_component, imports);
        Dictionary<ComposedPart, Instantiation> instances = [];
        foreach (ComposedPart part in order)
        {
            instances.Add(part, Instantiate(part, imported, instances));
        }

        foreach (ComponentExport export in _app.Component.Exports)
        {
            _component.Add(new ComponentExport(export.ExternName, Alias(instances[_app], export.ExternName.Name, export.Sort!.Value)));
        }

        _component.Add(ComponentProducers.Section());
        try
        {
            _component.GetSignature();
        }
        catch (WasmValidationException exception)
        {
            throw new CompositionException([$"The components do not fit: {exception.Message.TrimEnd('.')}"]);
        }

        return _component;
    }

    private void FindProviders(ComposedPart part)
    {
        foreach (WorldItem import in part.WantedItems)
        {
            // A type is passed on together with what it belongs to.
            List<(ComposedPart Provider, string Export)> found = import is WorldType ? [] :
            [
                .. _parts.Where(other => other != part && other != _app)
                    .Select(other => (Provider: other, Export: other.FindExport(import.Name)!))
                    .Where(candidate => candidate.Export is not null),
            ];
            if (found.Count == 0)
            {
                continue;
            }

            if (found.Count > 1)
            {
                _problems.Add($"'{part.Name}' imports '{import.Name}', and {Names(found.Select(candidate => candidate.Provider))} all export it; leave all but one out");
            }

            (ComposedPart provider, string export) = found[0];
            part.Plugged.Add(import.Name, found[0]);
            foreach (string difference in ItemComparison.Compare(import, provider.Offered.FindExport(export)!))
            {
                _problems.Add($"'{part.Name}' imports '{import.Name}', and what '{provider.Name}' exports under {(export == import.Name ? "that name" : $"'{export}'")} {difference}");
            }
        }
    }

    private void RequireUse()
    {
        HashSet<ComposedPart> used = [];
        Visit(_app);
        foreach (ComposedPart part in _parts.Where(part => !used.Contains(part)))
        {
            string exports = string.Join(", ", part.Offered.Exports.Select(export => $"'{export.Name}'"));
            // What every host has is not what somebody forgot.
            string[] missing =
            [
                .. _parts.Where(other => other != part)
                    .SelectMany(other => other.WantedItems.Where(import => import is not WorldType && !other.Plugged.ContainsKey(import.Name)))
                    .Select(import => import.Name).Where(name => !name.StartsWith("wasi:", StringComparison.Ordinal)).Distinct(),
            ];
            string wanted = string.Join(", ", missing.Select(name => $"'{name}'"));
            _problems.Add($"'{part.Name}' exports nothing that the others import: it exports {(exports.Length == 0 ? "nothing" : exports)}, and {(wanted.Length == 0 ? "nothing but WASI is missing" : $"what is missing is {wanted}")}");
        }

        void Visit(ComposedPart part)
        {
            if (used.Add(part))
            {
                foreach ((ComposedPart provider, _) in part.Plugged.Values)
                {
                    Visit(provider);
                }
            }
        }
    }

    /// <summary>The parts, each behind those that provide for it.</summary>
    private List<ComposedPart> Order()
    {
        List<ComposedPart> ordered = [];
        List<ComposedPart> path = [];
        _parts.ForEach(Visit);
        return ordered;

        void Visit(ComposedPart part)
        {
            if (path.Contains(part))
            {
                _problems.Add($"{Names(path.SkipWhile(other => other != part))} import from each other in a circle, so that none can be first");
                return;
            }

            if (ordered.Contains(part))
            {
                return;
            }

            path.Add(part);
            foreach (ComposedPart provider in part.Plugged.Values.Select(plugged => plugged.Provider).Distinct())
            {
                Visit(provider);
            }

            path.RemoveAt(path.Count - 1);
            ordered.Add(part);
        }
    }

    /// <summary>A world with what nobody exports: of compatible versions the newest, of each interface all that anybody imports.</summary>
    private World MergeImports()
    {
        foreach (IGrouping<string, string> versions in _parts.SelectMany(OpenImports).Select(import => import.Name.Name).Distinct().GroupBy(InterfaceName.Track))
        {
            string newest = versions.OrderByDescending(InterfaceName.Version).First();
            foreach (string name in versions)
            {
                _names.Add(name, newest);
            }
        }

        ModelReader model = new();
        World world = new(new Package(new PackageName("root", "component", null)), "root");
        foreach (ComposedPart part in _parts)
        {
            model.AddImports(world, new InstanceShape([.. OpenImports(part).Select(import => (import.Name with { Name = _names[import.Name.Name] }, import.Shape))]));
        }

        foreach (ComposedPart part in _parts)
        {
            foreach (WorldItem import in part.WantedItems.Where(import => !part.Plugged.ContainsKey(import.Name)))
            {
                RequireOpen(part, import);
                foreach (string difference in ItemComparison.Compare(import, world.FindImport(_names[import.Name])!))
                {
                    _problems.Add($"'{part.Name}' imports '{import.Name}', and what another one imports under {(_names[import.Name] == import.Name ? "that name" : $"'{_names[import.Name]}'")} {difference}");
                }
            }
        }

        SortInterfaces(world);
        return world;
    }

    private static IEnumerable<(ExternName Name, Shape Shape)> OpenImports(ComposedPart part) =>
        part.Imports.Exports.Where(import => !part.Plugged.ContainsKey(import.Name.Name));

    /// <summary>A resource of what is inside cannot be one of what is outside.</summary>
    private void RequireOpen(ComposedPart part, WorldItem import)
    {
        IEnumerable<Wit.TypeDefinition> types = import switch
        {
            WorldInterface item => item.Interface.Types,
            WorldType item => [item.Definition],
            _ => [],
        };
        foreach (AliasDefinition alias in types.OfType<AliasDefinition>())
        {
            if (alias is { UsedFrom.QualifiedName: { } source, Unaliased: ResourceDefinition } && part.Plugged.TryGetValue(source, out (ComposedPart Provider, string) plugged))
            {
                _problems.Add($"'{part.Name}' imports '{import.Name}' with the resource '{alias.Name}' of '{source}', which '{plugged.Provider.Name}' exports; add a component that exports '{import.Name}' too");
            }
        }
    }

    /// <summary>Puts interfaces behind those that they take types from.</summary>
    private static void SortInterfaces(World world)
    {
        List<WorldItem> sorted = [];
        world.Imports.ForEach(Visit);
        world.Imports.Clear();
        world.Imports.AddRange(sorted);

        void Visit(WorldItem item)
        {
            if (sorted.Contains(item))
            {
                return;
            }

            foreach (Interface dependency in item is WorldInterface named ? named.Interface.Dependencies : [])
            {
                if (world.Imports.Find(other => other is WorldInterface { PlainName: null } candidate && candidate.Interface == dependency) is { } found)
                {
                    Visit(found);
                }
            }

            sorted.Add(item);
        }
    }

    private Instantiation Instantiate(
        ComposedPart part, IReadOnlyDictionary<string, Definition> imported, Dictionary<ComposedPart, Instantiation> instances)
    {
        NestedComponent nested = _component.Add(new NestedComponent(part.Component) { Name = Path.GetFileNameWithoutExtension(part.Name) });
        Instantiation instance = new(nested) { Name = nested.Name };
        foreach (ComponentImport import in part.Component.Imports)
        {
            string name = import.ExternName.Name;
            instance.With(name, part.Plugged.TryGetValue(name, out (ComposedPart Provider, string Export) plugged)
                ? Alias(instances[plugged.Provider], plugged.Export, import.Sort!.Value)
                : imported[_names[name]]);
        }

        return _component.Add(instance);
    }

    private ExportAlias Alias(Instantiation instance, string name, Sort sort) => _component.Add(new ExportAlias(instance, name, sort));

    private void ThrowIfProblems()
    {
        if (_problems.Count > 0)
        {
            throw new CompositionException([.. _problems.Distinct()]);
        }
    }

    private static string Names(IEnumerable<ComposedPart> parts) => string.Join(", ", parts.Select(part => $"'{part.Name}'"));
}
