using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Resolution;

/// <content>Interfaces and functions.</content>
internal sealed partial class Resolver
{
    private int _itemDepth;

    private void ResolveInterface(PackageItem item)
    {
        if (item.State != ResolutionState.Unresolved || item.Interface is not { } model)
        {
            return;
        }

        item.State = ResolutionState.Resolving;
        _itemDepth++;
        TypeScope scope = new(model, item.Scope, item.Stability);
        item.Types = scope;
        item.Depth = ResolveInterfaceItems(model, scope, ((InterfaceSyntax)item.Syntax).Items);
        CheckDepth(item);
        _itemDepth--;
        item.State = ResolutionState.Resolved;
    }

    private void CheckDepth(PackageItem item)
    {
        if (item.Depth > MaximumDepth)
        {
            Error(
                DiagnosticCode.TooDeep, item.Name.Span, $"`{item.Name.Name}` stands on more than {MaximumDepth} others in a row");
        }
    }

    // Resolves what is in an interface and returns how many steps of `use` it stands on.
    private int ResolveInterfaceItems(Interface model, TypeScope scope, IReadOnlyList<ItemSyntax> items)
    {
        foreach (ItemSyntax item in items)
        {
            if (item is FunctionSyntax function)
            {
                scope.Names.Declare(function.Name, _diagnostics);
                scope.Functions[function.Name.Name] = function;
            }
            else
            {
                DeclareTypes(scope, item);
            }
        }

        int depth = ResolveUses(scope);
        ResolveTypes(scope);
        model.Types.AddRange(scope.Ordered);
        foreach (FunctionSyntax syntax in items.OfType<FunctionSyntax>())
        {
            if (ResolveFunction(syntax, scope, null, scope.Stability) is { } function)
            {
                model.Functions.Add(function);
            }
        }

        return depth;
    }

    private Function? ResolveFunction(FunctionSyntax syntax, TypeScope scope, ResourceDefinition? resource, Stability container)
    {
        Stability stability = ReadGates(syntax.Header, scope.File.Package, syntax.Name.Span);
        string name = syntax.Kind == FunctionKind.Constructor ? "the constructor" : $"`{syntax.Name.Name}`";
        CheckContained(stability, container, name, syntax.Name.Span);
        if (InactiveFeature(stability) is not null)
        {
            return null;
        }

        Function function = resource is null
            ? new(syntax.Name.Name)
            : new(resource, syntax.Kind, syntax.Kind == FunctionKind.Constructor ? "" : syntax.Name.Name);
        function.Documentation = syntax.Header.Documentation;
        function.ExternalId = syntax.Header.ExternalId;
        function.Stability = stability;
        function.Span = syntax.Name.Span;
        return ResolveSignature(function, syntax.Type, scope) ? function : null;
    }

    private bool ResolveSignature(Function function, FunctionTypeSyntax syntax, TypeScope scope)
    {
        bool complete = true;
        Stability from = Combine(Combine(function.Stability, function.Resource?.Stability ?? Stability.Ungated), scope.Stability);
        NameScope names = new();
        function.IsAsync = syntax.IsAsync;
        if (function.Kind == FunctionKind.Method)
        {
            names.Take("self");
            function.Parameters.Add(new("self", new BorrowType(function.Resource!)));
        }

        foreach (NamedTypeSyntax parameter in syntax.Parameters)
        {
            names.Declare(parameter.Name, _diagnostics);
            if (ResolveType(parameter.Type, scope, from) is { } type && CheckSize(type, parameter.Type.Span))
            {
                function.Parameters.Add(new(parameter.Name.Name, type));
            }
            else
            {
                complete = false;
            }
        }

        if (syntax.Result is { } resultSyntax)
        {
            function.Result = ResolveType(resultSyntax, scope, from);
            complete &= function.Result is not null
                && CheckSize(function.Result, resultSyntax.Span)
                && CheckResult(function, function.Result, resultSyntax.Span);
        }
        else if (function.Kind == FunctionKind.Constructor)
        {
            function.Result = new OwnType(function.Resource!);
        }

        return complete;
    }

    private bool CheckResult(Function function, WitType result, SourceSpan span)
    {
        if (result.ContainsBorrow())
        {
            Error(
                DiagnosticCode.InvalidType,
                span,
                "a result cannot hold a `borrow`, which ends with the call; return an owned handle");
            return false;
        }

        if (function.Kind != FunctionKind.Constructor)
        {
            return true;
        }

        string resource = function.Resource!.Name;
        if (result is not ResultType { Ok: OwnType { Resource: { } made } } || !ReferenceEquals(made, function.Resource))
        {
            Error(
                DiagnosticCode.InvalidType,
                span,
                $"a constructor of `{resource}` returns nothing, which means `{resource}`, or a `result<{resource}, …>`");
            return false;
        }

        return true;
    }

    private void ResolveResourceFunctions(ResourceDefinition resource, ResourceSyntax syntax, TypeScope scope)
    {
        // Explainer.md, "Name Uniqueness": `[method]r.r` counts as `r`, which is the resource itself.
        NameScope names = new();
        names.Take(resource.Name);
        bool hasConstructor = false;
        foreach (FunctionSyntax item in syntax.Functions)
        {
            if (item.Kind != FunctionKind.Constructor)
            {
                names.Declare(item.Name, _diagnostics);
            }
            else if (hasConstructor)
            {
                Error(DiagnosticCode.DuplicateName, item.Name.Span, $"the resource `{resource.Name}` has a constructor already");
            }

            hasConstructor |= item.Kind == FunctionKind.Constructor;
            if (ResolveFunction(item, scope, resource, resource.Stability) is { } function)
            {
                resource.Functions.Add(function);
            }
        }
    }
}
