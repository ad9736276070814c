using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Resolution;

/// <summary>Adds the items of other worlds to a world (WIT.md, "Union of Worlds with <c>include</c>").</summary>
internal sealed class WorldInclusion(World world, NameScope imports, NameScope exports, DiagnosticBag diagnostics)
{
    private readonly Dictionary<Interface, WorldInterface> _imported = [];
    private readonly Dictionary<Interface, WorldInterface> _exported = [];

    /// <summary>Notes that the world has an interface under the interface's own name.</summary>
    /// <returns>The item that the world had of it before.</returns>
    public WorldInterface? Take(WorldInterface item, bool isExport)
    {
        Dictionary<Interface, WorldInterface> items = isExport ? _exported : _imported;
        if (items.TryGetValue(item.Interface, out WorldInterface? present))
        {
            return present;
        }

        items.Add(item.Interface, item);
        return null;
    }

    /// <summary>Adds the items of a world.</summary>
    /// <param name="included">The world.</param>
    /// <param name="syntax">The <c>include</c>.</param>
    /// <param name="stability">What its gates say.</param>
    public void Include(World included, IncludeSyntax syntax, Stability stability)
    {
        Dictionary<string, RenamedSyntax> names = new(StringComparer.Ordinal);
        HashSet<string> plainNames = [.. included.Imports.Concat(included.Exports).Select(item => item.Name)];
        foreach (RenamedSyntax name in syntax.Names)
        {
            if (names.ContainsKey(name.Name.Name))
            {
                diagnostics.Error(DiagnosticCode.DuplicateName, name.Name.Span, $"`{name.Name.Name}` gets two names here");
            }
            else if (plainNames.Contains(name.Name.Name))
            {
                names.Add(name.Name.Name, name);
            }
            else
            {
                bool isInterface = included.Imports.Concat(included.Exports).OfType<WorldInterface>()
                    .Any(item => item.PlainName is null && item.Interface.Name == name.Name.Name);
                diagnostics.Error(
                    DiagnosticCode.UnknownName,
                    name.Name.Span,
                    isInterface
                        ? $"`{name.Name.Name}` is the name of an interface of `{included.Name}`; only plain names can be changed"
                        : $"the world `{included.Name}` has no import or export with the plain name `{name.Name.Name}`");
            }
        }

        ModelCopier copier = new(world, ReferenceEquals(included.Package, world.Package), stability);
        foreach (WorldItem item in included.Imports)
        {
            Add(item, world.Imports, imports, copier, names, syntax);
        }

        foreach (WorldItem item in included.Exports)
        {
            Add(item, world.Exports, exports, copier, names, syntax);
        }
    }

    // What is there for two reasons is there as soon as for one.
    private static Stability Weaken(Stability left, Stability right)
    {
        if (left == Stability.Ungated || right == Stability.Ungated)
        {
            return Stability.Ungated;
        }

        return (left.Since, right.Since) switch
        {
            (null, not null) => right,
            (not null, not null) when right.Since < left.Since => right,
            _ => left,
        };
    }

    private void Add(
        WorldItem item,
        List<WorldItem> items,
        NameScope taken,
        ModelCopier copier,
        Dictionary<string, RenamedSyntax> names,
        IncludeSyntax syntax)
    {
        if (item is WorldInterface { PlainName: null } named)
        {
            WorldInterface copy = copier.Copy(named, null);
            if (Take(copy, ReferenceEquals(items, world.Exports)) is not { } present)
            {
                items.Add(copy);
            }
            else
            {
                present.Stability = Weaken(present.Stability, copy.Stability);
            }

            return;
        }

        IdentifierSyntax name = names.TryGetValue(item.Name, out RenamedSyntax? renamed)
            ? renamed.LocalName
            : new(syntax.Path.Span, item.Name, IsEscaped: false);
        if (taken.Find(name.Name) is { } other)
        {
            string kind = ReferenceEquals(items, world.Imports) ? "import" : "export";
            diagnostics.Error(
                DiagnosticCode.WorldConflict,
                name.Span,
                $"the world `{world.Name}` has an {kind} `{other}` already; give the included one another name, as `with {{ {item.Name} as … }}`");
            return;
        }

        taken.Take(name.Name);
        items.Add(
            item switch
            {
                WorldInterface plain => copier.Copy(plain, name.Name),
                WorldFunction function => new WorldFunction(copier.Copy(function.Function, name.Name)) { Span = item.Span },
                _ => new WorldType(copier.Copy(((WorldType)item).Definition, world, name.Name)) { Span = item.Span },
            });
    }
}
