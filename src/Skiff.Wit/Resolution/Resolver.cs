using Skiff.Wit.CanonicalAbi;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Resolution;

/// <summary>Makes objects of syntax: finds what names stand for and checks that it may stand there.</summary>
internal sealed partial class Resolver(ResolveOptions options)
{
    /// <summary>How deep types, and chains of <c>use</c> and <c>include</c>, may nest.</summary>
    private const int MaximumDepth = 300;

    private readonly ResolveOptions _options = options;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly Dictionary<TypeDefinition, int> _depths = [];
    private readonly CanonicalLayout _layout = new(PointerWidth.Bits64);
    private List<PackageDeclaration> _packages = [];
    private Dictionary<PackageName, PackageDeclaration> _packagesByName = [];

    public PackageGraph Run(WitSources sources)
    {
        PackageCollector collector = new(_diagnostics);
        PackageDeclaration? root = sources.Root.Count > 0 ? collector.Add(sources.Root, PackageRank.Own) : null;
        foreach (IReadOnlyList<WitFile> dependency in sources.Dependencies)
        {
            collector.Add(dependency, PackageRank.Own);
        }

        foreach (IReadOnlyList<WitFile> reference in sources.References)
        {
            collector.Add(reference, PackageRank.Reference);
        }

        foreach (IReadOnlyList<WitFile> package in sources.Library)
        {
            collector.Add(package, PackageRank.Library);
        }

        _packages = collector.Packages;
        _packagesByName = collector.ByName;
        foreach (PackageDeclaration package in _packages)
        {
            DeclareItems(package);
        }

        // Beyond the own packages, what nobody refers to is not looked at: it may refer to what a package that took the
        // place of another has not.
        Queue<PackageDeclaration> pending = new(_packages.Where(package => package.Rank == PackageRank.Own));
        HashSet<PackageDeclaration> seen = [.. pending];
        while (pending.Count > 0)
        {
            PackageDeclaration package = pending.Dequeue();
            ResolveItems(package);
            foreach (PackageDeclaration other in package.References.Keys.Where(seen.Add))
            {
                pending.Enqueue(other);
            }
        }

        List<Package> sorted = SortPackages();
        return new(sorted, root?.Model, collector.Files, SortDiagnostics(collector.Files, sources));
    }

    private void ResolveItems(PackageDeclaration package)
    {
        ResolveTopLevelUses(package);
        foreach (PackageItem item in package.Items.Values.Where(item => item.InactiveFeature is null))
        {
            if (item.IsWorld)
            {
                ResolveWorld(item);
            }
            else
            {
                ResolveInterface(item);
            }
        }
    }

    // By file, in the order of the files, and by place. Warnings are for those who can heed them: the standard's own
    // packages have items with weaker gates than what they refer to.
    private List<WitDiagnostic> SortDiagnostics(List<FileSyntax> files, WitSources sources)
    {
        Dictionary<WitFile, int> order = [];
        foreach (FileSyntax file in files)
        {
            order[file.Span.Source] = order.Count;
        }

        return
        [
            .. _diagnostics.Items
                .Where(item => item.Severity == WitSeverity.Error || (item.Span is { } span && sources.Root.Contains(span.Source)))
                .OrderBy(item => item.Span is { } span ? order[span.Source] : -1)
                .ThenBy(item => item.Span?.Start ?? 0),
        ];
    }

    private void Error(string code, SourceSpan span, string message) => _diagnostics.Error(code, span, message);

    private void DeclareItems(PackageDeclaration package)
    {
        NameScope names = new();
        foreach ((ItemSyntax syntax, FileScope scope) in package.Syntax)
        {
            IdentifierSyntax? name = (syntax as InterfaceSyntax)?.Name ?? (syntax as WorldSyntax)?.Name;
            if (name is null || !names.Declare(name, _diagnostics))
            {
                continue;
            }

            PackageItem item = new(syntax, name, scope, ReadGates(syntax.Header, package, name.Span));
            item.InactiveFeature = InactiveFeature(item.Stability);
            package.Items.Add(name.Name, item);
            if (item.InactiveFeature is not null)
            {
                continue;
            }

            if (item.IsWorld)
            {
                item.World = Describe(new World(package.Model, name.Name), item);
                package.Model.Worlds.Add(item.World);
            }
            else
            {
                item.Interface = Describe(new Interface(package.Model, name.Name), item);
                package.Model.Interfaces.Add(item.Interface);
            }
        }
    }

    private static T Describe<T>(T owner, PackageItem item)
        where T : TypeOwner
    {
        owner.Documentation = item.Syntax.Header.Documentation;
        owner.Stability = item.Stability;
        owner.Span = item.Name.Span;
        return owner;
    }

    // Sorts by depth-first search, with a stack of its own since packages may be many.
    private List<Package> SortPackages()
    {
        List<Package> sorted = [];
        Dictionary<PackageDeclaration, ResolutionState> states = [];
        Stack<(PackageDeclaration Package, bool Done)> pending = new();
        foreach (PackageDeclaration start in _packages.Where(package => package.Rank == PackageRank.Own))
        {
            pending.Push((start, false));
            while (pending.Count > 0)
            {
                (PackageDeclaration package, bool done) = pending.Pop();
                if (done)
                {
                    states[package] = ResolutionState.Resolved;
                    sorted.Add(package.Model);
                    continue;
                }

                if (states.ContainsKey(package))
                {
                    continue;
                }

                states[package] = ResolutionState.Resolving;
                pending.Push((package, true));
                foreach (KeyValuePair<PackageDeclaration, SourceSpan> reference in package.References.Reverse())
                {
                    if (!states.TryGetValue(reference.Key, out ResolutionState state))
                    {
                        pending.Push((reference.Key, false));
                    }
                    else if (state == ResolutionState.Resolving)
                    {
                        Error(
                            DiagnosticCode.Cycle,
                            reference.Value,
                            $"the packages `{package.Name}` and `{reference.Key.Name}` depend on each other");
                    }
                }
            }
        }

        return sorted;
    }
}
