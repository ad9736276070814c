using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Resolution;

/// <content>What paths name (WIT.md, "WIT Packages and <c>use</c>").</content>
internal sealed partial class Resolver
{
    private const int MaximumUseSteps = 20;

    private void ResolveTopLevelUses(PackageDeclaration package)
    {
        HashSet<string> itemsOfFile = new(StringComparer.Ordinal);
        foreach ((ItemSyntax syntax, FileScope scope) in package.Syntax)
        {
            if (syntax is not TopLevelUseSyntax use)
            {
                continue;
            }

            if (InactiveFeature(ReadGates(use.Header, package, use.Span)) is not null)
            {
                continue;
            }

            IdentifierSyntax name = use.LocalName;
            bool declaredHere = package.Items.TryGetValue(name.Name, out PackageItem? item)
                && ReferenceEquals(item.Scope, scope)
                && !(use.Alias is null && use.Path.Package is null);
            if (declaredHere || scope.Uses.ContainsKey(name.Name))
            {
                Error(DiagnosticCode.DuplicateName, name.Span, $"the name `{name.Name}` is given twice in this file");
                continue;
            }

            scope.Uses.Add(name.Name, use);
        }

        foreach ((ItemSyntax syntax, FileScope scope) in package.Syntax)
        {
            if (syntax is TopLevelUseSyntax use
                && scope.Uses.TryGetValue(use.LocalName.Name, out TopLevelUseSyntax? kept)
                && ReferenceEquals(kept, use))
            {
                ResolvePath(use.Path, scope, wantsWorld: null, from: use);
            }
        }
    }

    // Finds what a path names and reports it when that is nothing, or the wrong thing.
    private PackageItem? ResolvePath(UsePathSyntax path, FileScope scope, bool? wantsWorld, TopLevelUseSyntax? from = null)
    {
        string kind = wantsWorld switch { true => "world", false => "interface", null => "interface or world" };
        PackageItem? item = path.Package is { } package
            ? FindInPackage(path, package, scope, kind)
            : FindInScope(path, scope, kind, from);
        if (item is null)
        {
            return null;
        }

        if (wantsWorld is { } world && item.IsWorld != world)
        {
            Error(
                DiagnosticCode.WrongKind,
                path.Name.Span,
                item.IsWorld
                    ? $"`{path.Name.Name}` is a world, and an interface is needed here"
                    : $"`{path.Name.Name}` is an interface, and a world is needed here");
            return null;
        }

        if (item.InactiveFeature is { } feature)
        {
            ReportInactive(item.Name.Name, feature, path.Name.Span);
            return null;
        }

        return item;
    }

    private PackageItem? FindInScope(UsePathSyntax path, FileScope scope, string kind, TopLevelUseSyntax? from)
    {
        string name = path.Name.Name;
        UsePathSyntax current = path;
        for (int step = 0; step < MaximumUseSteps; step++)
        {
            if (current.Package is { } package)
            {
                return FindInPackage(current, package, scope, kind);
            }

            // A `use` that is followed to resolve itself would never end; it then means the package's own item.
            if (scope.Uses.TryGetValue(current.Name.Name, out TopLevelUseSyntax? use) && !ReferenceEquals(use, from))
            {
                from = use;
                current = use.Path;
            }
            else if (scope.Package.Items.TryGetValue(current.Name.Name, out PackageItem? item))
            {
                return item;
            }
            else
            {
                IEnumerable<string> known = scope.Uses.Keys.Concat(scope.Package.Items.Keys);
                Error(
                    DiagnosticCode.UnknownName,
                    path.Name.Span,
                    $"there is no {kind} `{name}` in this file or in the package `{scope.Package.Name}`{Suggestion.For(name, known)}");
                return null;
            }
        }

        Error(DiagnosticCode.Cycle, path.Name.Span, $"the name `{name}` stands for itself");
        return null;
    }

    private PackageItem? FindInPackage(UsePathSyntax path, PackageNameSyntax name, FileScope scope, string kind)
    {
        if (!_packagesByName.TryGetValue(name.Name, out PackageDeclaration? package))
        {
            Error(DiagnosticCode.UnknownName, name.Span, DescribeUnknownPackage(name.Name));
            return null;
        }

        if (!ReferenceEquals(package, scope.Package) && !scope.Package.References.ContainsKey(package))
        {
            scope.Package.References.Add(package, name.Span);
        }

        if (package.Items.TryGetValue(path.Name.Name, out PackageItem? item))
        {
            return item;
        }

        Error(
            DiagnosticCode.UnknownName,
            path.Name.Span,
            $"the package `{package.Name}` has no {kind} `{path.Name.Name}`{Suggestion.For(path.Name.Name, package.Items.Keys)}");
        return null;
    }

    private string DescribeUnknownPackage(PackageName name)
    {
        List<string> versions =
        [
            .. _packages.Where(item => item.Name.Namespace == name.Namespace && item.Name.Name == name.Name)
                .Select(item => $"`{item.Name}`"),
        ];
        return versions.Count > 0
            ? $"the package `{name}` is not there, but {string.Join(" and ", versions)} is; write the same version"
            : $"the package `{name}` is not there; put its files into a folder in `deps`{Suggestion.For(name.ToString(), _packages.Select(item => item.Name.ToString()))}";
    }
}
