using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Resolution;

/// <content>Worlds (WIT.md, "WIT Worlds").</content>
internal sealed partial class Resolver
{
    // Worlds that include each other can get large much faster than texts do.
    private const long MostWorldItems = 1_000_000;

    private long _worldItems;

    private void ResolveWorld(PackageItem item)
    {
        if (item.State != ResolutionState.Unresolved || item.World is not { } world)
        {
            return;
        }

        if (_worldItems > MostWorldItems)
        {
            item.State = ResolutionState.Resolved;
            return;
        }

        item.State = ResolutionState.Resolving;
        _itemDepth++;
        WorldSyntax syntax = (WorldSyntax)item.Syntax;
        TypeScope scope = new(world, item.Scope, item.Stability);
        NameScope exports = new();
        item.Types = scope;
        foreach (ItemSyntax member in syntax.Items)
        {
            if (member is ExternSyntax { Name: { } name } named)
            {
                (named.IsExport ? exports : scope.Names).Declare(name, _diagnostics, DiagnosticCode.WorldConflict);
            }
            else
            {
                DeclareTypes(scope, member);
            }
        }

        item.Depth = ResolveUses(scope);
        ResolveTypes(scope);
        world.Imports.AddRange(scope.Ordered.Select(definition => new WorldType(definition) { Span = definition.Span }));
        WorldInclusion inclusion = new(world, scope.Names, exports, _diagnostics);
        foreach (ExternSyntax member in syntax.Items.OfType<ExternSyntax>())
        {
            ResolveExtern(member, world, scope, inclusion);
        }

        foreach (IncludeSyntax include in syntax.Items.OfType<IncludeSyntax>())
        {
            item.Depth = Math.Max(item.Depth, ResolveInclude(include, item, inclusion));
        }

        CheckDepth(item);
        if (item.Depth <= MaximumDepth)
        {
            new WorldElaboration(world, item.Name.Span, _diagnostics).Run();
        }

        _worldItems += SizeOf(world);
        if (_worldItems > MostWorldItems)
        {
            ReportTooManyItems(item.Name.Span);
        }

        _itemDepth--;
        item.State = ResolutionState.Resolved;
    }

    // Once: worlds that come after this are not looked at.
    private void ReportTooManyItems(SourceSpan span)
    {
        if (_worldItems < long.MaxValue / 2)
        {
            _worldItems = long.MaxValue / 2;
            Error(DiagnosticCode.TooDeep, span, $"the worlds have more than {MostWorldItems} imports and exports together");
        }
    }

    private static long SizeOf(World world)
    {
        long size = 0;
        foreach (WorldItem item in world.Imports.Concat(world.Exports))
        {
            size += item switch
            {
                WorldInterface { Interface: { Name: null } inline } => 1 + inline.Types.Count + inline.AllFunctions.Count(),
                WorldType { Definition: ResourceDefinition resource } => 1 + resource.Functions.Count,
                _ => 1,
            };
        }

        return size;
    }

    private void ResolveExtern(ExternSyntax syntax, World world, TypeScope scope, WorldInclusion inclusion)
    {
        SourceSpan span = syntax.Name?.Span ?? syntax.Span;
        Stability stability = ReadGates(syntax.Header, scope.File.Package, span);
        List<WorldItem> items = syntax.IsExport ? world.Exports : world.Imports;
        WorldInterface? item = null;
        CheckContained(stability, scope.Stability, syntax.IsExport ? "this export" : "this import", span);
        if (InactiveFeature(stability) is not null)
        {
            return;
        }

        switch (syntax)
        {
            case ExternFunctionSyntax function:
                Function model = new(function.PlainName.Name)
                {
                    Documentation = syntax.Header.Documentation,
                    ExternalId = syntax.Header.ExternalId,
                    Stability = stability,
                    Span = span,
                };
                if (ResolveSignature(model, function.Type, scope))
                {
                    items.Add(new WorldFunction(model) { Span = span });
                }

                break;
            case ExternInlineInterfaceSyntax inline:
                Interface inlineInterface = new(world.Package, null) { Span = span };
                TypeScope inner = new(inlineInterface, scope.File, Stability.Ungated);
                int depth = ResolveInterfaceItems(inlineInterface, inner, inline.Items);
                item = depth > MaximumDepth ? null : new(inlineInterface, inline.PlainName.Name);
                break;
            case ExternInterfaceSyntax named:
                if (ResolvePath(named.Path, scope.File, wantsWorld: false) is not { } target)
                {
                    break;
                }

                ResolveInterface(target);
                CheckReference(
                    Combine(stability, scope.Stability),
                    target.Stability,
                    target.Name.Name,
                    ReferenceEquals(target.Package, scope.File.Package),
                    named.Path.Span);
                if (target.Depth > MaximumDepth)
                {
                    break;
                }

                item = new(target.Interface!, named.Name?.Name);
                if (named.Name is null && inclusion.Take(item, syntax.IsExport) is not null)
                {
                    item = null;
                    Error(
                        DiagnosticCode.WorldConflict,
                        named.Path.Span,
                        $"the world {(syntax.IsExport ? "exports" : "imports")} `{target.Interface}` already; another one needs a name of its own, as `name: {named.Path.Name.Name}`");
                }

                break;
            default:
                break;
        }

        if (item is not null)
        {
            item.Documentation = syntax.Header.Documentation;
            item.ExternalId = syntax.Header.ExternalId;
            item.Stability = stability;
            item.Span = span;
            items.Add(item);
        }
    }

    // Includes a world and returns how many steps of `include` there are.
    private int ResolveInclude(IncludeSyntax syntax, PackageItem item, WorldInclusion inclusion)
    {
        Stability stability = ReadGates(syntax.Header, item.Package, syntax.Path.Span);
        CheckContained(stability, item.Stability, "this `include`", syntax.Path.Span);
        if (InactiveFeature(stability) is not null || ResolvePath(syntax.Path, item.Scope, wantsWorld: true) is not { } included)
        {
            return 0;
        }

        if (included.State == ResolutionState.Resolving)
        {
            Error(
                DiagnosticCode.Cycle,
                syntax.Path.Span,
                $"the world `{included.Name.Name}` would include itself here, directly or through others");
            return 0;
        }

        if (included.State == ResolutionState.Unresolved && _itemDepth > MaximumDepth)
        {
            Error(DiagnosticCode.TooDeep, syntax.Path.Span, $"more than {MaximumDepth} worlds include each other in a row");
            return 0;
        }

        ResolveWorld(included);
        if (_worldItems + SizeOf(included.World!) > MostWorldItems)
        {
            ReportTooManyItems(syntax.Path.Span);
            return 0;
        }

        CheckReference(
            Combine(stability, item.Stability),
            included.Stability,
            included.Name.Name,
            ReferenceEquals(included.Package, item.Package),
            syntax.Path.Span);
        inclusion.Include(included.World!, syntax, stability);
        return included.Depth + 1;
    }
}
