using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Resolution;

/// <content>Types (WIT.md, "Name resolution").</content>
internal sealed partial class Resolver
{
    // Explainer.md, "Type Definitions": a type takes less than 2^28 bytes.
    private const long MaximumSize = 1L << 28;

    private int _typeDepth;

    private void DeclareTypes(TypeScope scope, ItemSyntax item)
    {
        switch (item)
        {
            case TypeDefinitionSyntax definition:
                Stability stability = ReadGates(definition.Header, scope.File.Package, definition.Name.Span);
                CheckContained(stability, scope.Stability, $"`{definition.Name.Name}`", definition.Name.Span);
                scope.Defined.Add(Declare(definition.Name, definition, stability, scope));
                break;
            case UseSyntax use:
                Stability useStability = ReadGates(use.Header, scope.File.Package, use.Span);
                CheckContained(useStability, scope.Stability, "this `use`", use.Path.Span);
                scope.Uses.Add((use, useStability, [.. use.Names.Select(name => Declare(name.LocalName, use, useStability, scope))]));
                break;
            default:
                break;
        }
    }

    private LocalType Declare(IdentifierSyntax name, ItemSyntax syntax, Stability stability, TypeScope scope)
    {
        if (name is { Name: "error-context", IsEscaped: false })
        {
            Error(DiagnosticCode.InvalidName, name.Span, "`error-context` is a type already; as the name of another one it is written `%error-context`");
        }

        LocalType local = new(name, syntax, stability) { InactiveFeature = InactiveFeature(stability) };
        if (scope.Names.Declare(name, _diagnostics))
        {
            scope.Types.Add(name.Name, local);
        }

        return local;
    }

    // Resolves the uses of a scope and returns how many steps of `use` it stands on.
    private int ResolveUses(TypeScope scope)
    {
        int depth = 0;
        foreach ((UseSyntax use, Stability stability, List<LocalType> names) in scope.Uses)
        {
            names.ForEach(name => name.State = ResolutionState.Resolved);
            if (InactiveFeature(stability) is not null
                || ResolvePath(use.Path, scope.File, wantsWorld: false) is not { } source
                || !ResolveUsedInterface(source, use))
            {
                continue;
            }

            depth = Math.Max(depth, source.Depth + 1);
            CheckReference(
                Combine(stability, scope.Stability),
                source.Stability,
                source.Name.Name,
                ReferenceEquals(source.Package, scope.File.Package),
                use.Path.Span);
            for (int i = 0; i < names.Count; i++)
            {
                ResolveUsedType(names[i], use.Names[i], source, scope);
            }
        }

        return depth;
    }

    private bool ResolveUsedInterface(PackageItem source, UseSyntax use)
    {
        if (source.State == ResolutionState.Resolving)
        {
            Error(
                DiagnosticCode.Cycle,
                use.Path.Span,
                $"the interface `{source.Name.Name}` would use itself here, directly or through others; move the shared types to an interface of their own");
            return false;
        }

        if (source.State == ResolutionState.Unresolved && _itemDepth > MaximumDepth)
        {
            Error(DiagnosticCode.TooDeep, use.Path.Span, $"more than {MaximumDepth} interfaces use each other in a row");
            return false;
        }

        ResolveInterface(source);
        return true;
    }

    private void ResolveUsedType(LocalType local, RenamedSyntax name, PackageItem source, TypeScope scope)
    {
        TypeScope types = source.Types!;
        if (!types.Types.TryGetValue(name.Name.Name, out LocalType? used))
        {
            Error(
                types.Functions.ContainsKey(name.Name.Name) ? DiagnosticCode.WrongKind : DiagnosticCode.UnknownName,
                name.Name.Span,
                types.Functions.ContainsKey(name.Name.Name)
                    ? $"`{name.Name.Name}` is a function of `{source.Name.Name}`; only types can be used"
                    : $"the interface `{source.Name.Name}` has no type `{name.Name.Name}`{Suggestion.For(name.Name.Name, types.Types.Keys)}");
            return;
        }

        if (used.InactiveFeature is { } feature)
        {
            ReportInactive(name.Name.Name, feature, name.Name.Span);
            return;
        }

        if (used.Definition is not { } target)
        {
            return;
        }

        CheckReference(
            Combine(local.Stability, scope.Stability),
            Combine(used.Stability, source.Stability),
            used.Name.Name,
            ReferenceEquals(source.Package, scope.File.Package),
            name.Name.Span);
        AliasDefinition alias = new(scope.Owner, local.Name.Name, target);
        Complete(alias, local, scope, documentation: null);
        CheckDepth(alias, local.Name.Span);
    }

    private void ResolveTypes(TypeScope scope)
    {
        // Resources first: a handle refers to its resource without being made of it.
        foreach (LocalType local in scope.Defined.Where(local => local.Syntax is ResourceSyntax && local.InactiveFeature is null))
        {
            ResourceDefinition resource = new(scope.Owner, local.Name.Name);
            local.State = ResolutionState.Resolved;
            local.Definition = Describe(resource, local, local.Syntax.Header.Documentation);
            _depths[resource] = 1;
        }

        foreach (LocalType local in scope.Defined)
        {
            if (local.Definition is ResourceDefinition resource && local.Syntax is ResourceSyntax)
            {
                AddOrdered(scope, resource);
            }
            else
            {
                ResolveLocal(local, scope);
            }
        }

        foreach (LocalType local in scope.Defined)
        {
            if (local.Syntax is ResourceSyntax syntax && local.Definition is ResourceDefinition resource)
            {
                ResolveResourceFunctions(resource, syntax, scope);
            }
        }
    }

    private static void AddOrdered(TypeScope scope, TypeDefinition definition)
    {
        // A handle may have brought its resource forward.
        if (definition is not ResourceDefinition resource || scope.OrderedResources.Add(resource))
        {
            scope.Ordered.Add(definition);
        }
    }

    private static T Describe<T>(T definition, LocalType local, string? documentation)
        where T : TypeDefinition
    {
        definition.Documentation = documentation;
        definition.ExternalId = local.Syntax is UseSyntax ? null : local.Syntax.Header.ExternalId;
        definition.Stability = local.Stability;
        definition.Span = local.Name.Span;
        return definition;
    }

    private void Complete(TypeDefinition definition, LocalType local, TypeScope scope, string? documentation)
    {
        local.Definition = Describe(definition, local, documentation);
        _depths[definition] = 1 + definition.Parts.Select(Depth).DefaultIfEmpty(0).Max();
        AddOrdered(scope, definition);
    }

    private int Depth(WitType type) => type switch
    {
        TypeDefinition definition => _depths.TryGetValue(definition, out int depth) ? depth : 1,
        HandleType => 1,
        _ => 1 + type.Parts.Select(Depth).DefaultIfEmpty(0).Max(),
    };

    private bool CheckDepth(TypeDefinition definition, SourceSpan span)
    {
        if (_depths[definition] <= MaximumDepth)
        {
            return true;
        }

        // As if it had no parts, so that what is made of it is not reported too.
        _depths[definition] = 1;
        Error(DiagnosticCode.TooDeep, span, $"the type `{definition.Name}` nests more than {MaximumDepth} deep");
        return false;
    }

    private bool CheckSize(WitType type, SourceSpan span)
    {
        if (_layout.GetSize(type) < MaximumSize)
        {
            return true;
        }

        Error(DiagnosticCode.InvalidType, span, $"a value of this type would take {MaximumSize} bytes or more; use a `list` without a length");
        return false;
    }

    private TypeDefinition? ResolveLocal(LocalType local, TypeScope scope)
    {
        if (local.State == ResolutionState.Resolved || local.InactiveFeature is not null)
        {
            return local.Definition;
        }

        if (local.State == ResolutionState.Resolving)
        {
            Error(
                DiagnosticCode.Cycle,
                local.Name.Span,
                $"the type `{local.Name.Name}` is made of itself, directly or through others; types cannot be recursive");
            return null;
        }

        local.State = ResolutionState.Resolving;
        _typeDepth++;
        TypeDefinition? definition = _typeDepth > MaximumDepth
            ? ReportTooDeep(local.Name.Span)
            : ResolveDefinition((TypeDefinitionSyntax)local.Syntax, scope, Combine(local.Stability, scope.Stability));
        _typeDepth--;
        local.State = ResolutionState.Resolved;
        if (definition is null)
        {
            return null;
        }

        Complete(definition, local, scope, local.Syntax.Header.Documentation);
        if (!CheckDepth(definition, local.Name.Span) || !CheckSizeOfDefinition(definition, local.Name.Span))
        {
            local.Definition = null;
            scope.Ordered.Remove(definition);
        }

        return local.Definition;
    }

    // An alias of a resource has no size: handles have.
    private bool CheckSizeOfDefinition(TypeDefinition definition, SourceSpan span) =>
        definition.Unaliased is ResourceDefinition || CheckSize(definition, span);

    private TypeDefinition? ReportTooDeep(SourceSpan span)
    {
        Error(DiagnosticCode.TooDeep, span, $"types nest more than {MaximumDepth} deep here");
        return null;
    }

    private TypeDefinition? ResolveDefinition(TypeDefinitionSyntax syntax, TypeScope scope, Stability stability)
    {
        string name = syntax.Name.Name;
        bool complete = true;
        switch (syntax)
        {
            case TypeAliasSyntax { Type: TypeReferenceSyntax { Name: not { Name: "error-context", IsEscaped: false } } reference }:
                // An alias of a resource stands for the resource, not for a handle.
                return FindType(reference.Name, scope, stability) is { } target ? new AliasDefinition(scope.Owner, name, target) : null;
            case TypeAliasSyntax alias:
                return ResolveType(alias.Type, scope, stability) is { } type ? new AliasDefinition(scope.Owner, name, type) : null;
            case RecordSyntax record:
                RecordDefinition recordDefinition = new(scope.Owner, name);
                NameScope fields = new();
                foreach (NamedTypeSyntax field in record.Fields)
                {
                    fields.Declare(field.Name, _diagnostics);
                    complete &= ResolveType(field.Type, scope, stability) is { } fieldType
                        && Add(recordDefinition.Fields, new(field.Name.Name, fieldType, field.Documentation));
                }

                return complete && recordDefinition.Fields.Count > 0 ? recordDefinition : null;
            case VariantSyntax variant:
                VariantDefinition variantDefinition = new(scope.Owner, name);
                NameScope cases = new();
                foreach (CaseSyntax item in variant.Cases)
                {
                    cases.Declare(item.Name, _diagnostics);
                    WitType? payload = item.Payload is { } payloadSyntax ? ResolveType(payloadSyntax, scope, stability) : null;
                    complete &= (item.Payload is null || payload is not null)
                        && Add(variantDefinition.Cases, new(item.Name.Name, payload, item.Documentation));
                }

                return complete && variantDefinition.Cases.Count > 0 ? variantDefinition : null;
            case EnumSyntax item:
                EnumDefinition enumDefinition = new(scope.Owner, name);
                DeclareNames(item.Cases);
                enumDefinition.Cases.AddRange(item.Cases.Select(label => new EnumCase(label.Name.Name, label.Documentation)));
                return enumDefinition.Cases.Count > 0 ? enumDefinition : null;
            case FlagsSyntax item:
                FlagsDefinition flagsDefinition = new(scope.Owner, name);
                DeclareNames(item.Flags);
                flagsDefinition.Flags.AddRange(item.Flags.Select(label => new Flag(label.Name.Name, label.Documentation)));
                if (item.Flags.Count > 32)
                {
                    Error(
                        DiagnosticCode.InvalidType,
                        syntax.Name.Span,
                        $"`{name}` has {item.Flags.Count} flags, and 32 is the most; spread them over several types");
                    return null;
                }

                return flagsDefinition.Flags.Count > 0 ? flagsDefinition : null;
            default:
                return null;
        }

        static bool Add<T>(List<T> list, T item)
        {
            list.Add(item);
            return true;
        }
    }

    private void DeclareNames(IReadOnlyList<CaseSyntax> labels)
    {
        NameScope names = new();
        foreach (CaseSyntax label in labels)
        {
            names.Declare(label.Name, _diagnostics);
        }
    }

    private TypeDefinition? FindType(IdentifierSyntax name, TypeScope scope, Stability from)
    {
        if (!scope.Types.TryGetValue(name.Name, out LocalType? local))
        {
            bool isFunction = scope.Functions.ContainsKey(name.Name);
            string message = isFunction ? $"`{name.Name}` is a function, not a type" : $"there is no type `{name.Name}` here";
            string hint = name.Name switch
            {
                "float32" => "; it is called `f32` now",
                "float64" => "; it is called `f64` now",
                _ => isFunction ? "" : Suggestion.For(name.Name, scope.Types.Keys),
            };
            Error(isFunction ? DiagnosticCode.WrongKind : DiagnosticCode.UnknownName, name.Span, message + hint);
            return null;
        }

        if (local.InactiveFeature is { } feature)
        {
            ReportInactive(name.Name, feature, name.Span);
            return null;
        }

        TypeDefinition? definition = ResolveLocal(local, scope);
        if (definition is ResourceDefinition && ReferenceEquals(definition.Owner, scope.Owner))
        {
            AddOrdered(scope, definition);
        }

        if (definition is not null)
        {
            CheckReference(from, Combine(local.Stability, scope.Stability), name.Name, samePackage: true, name.Span);
        }

        return definition;
    }

    private WitType? ResolveType(TypeSyntax syntax, TypeScope scope, Stability from)
    {
        _typeDepth++;
        WitType? type = _typeDepth > MaximumDepth
            ? ReportTooDeep(syntax.Span)
            : ResolveTypeHere(syntax, scope, from);
        _typeDepth--;
        return type;
    }

    private WitType? ResolveTypeHere(TypeSyntax syntax, TypeScope scope, Stability from)
    {
        switch (syntax)
        {
            case PrimitiveTypeSyntax primitive:
                return primitive.Type;
            // No keyword in WIT.md, but to tools in use it is one.
            case TypeReferenceSyntax { Name: { Name: "error-context", IsEscaped: false } }:
                return PrimitiveType.ErrorContext;
            case TypeReferenceSyntax reference:
                TypeDefinition? definition = FindType(reference.Name, scope, from);
                return definition?.Unaliased is ResourceDefinition ? new OwnType(definition) : definition;
            case HandleTypeSyntax handle:
                return ResolveHandle(handle, scope, from);
            case ListTypeSyntax list:
                return ResolveType(list.Element, scope, from) is { } item ? new ListType(item, list.Length) : null;
            case MapTypeSyntax map:
                return ResolveMap(map, scope, from);
            case OptionTypeSyntax option:
                return ResolveType(option.Element, scope, from) is { } some ? new OptionType(some) : null;
            case ResultTypeSyntax result:
                WitType? ok = result.Ok is null ? null : ResolveType(result.Ok, scope, from);
                WitType? error = result.Error is null ? null : ResolveType(result.Error, scope, from);
                return (ok is null) == (result.Ok is null) && (error is null) == (result.Error is null)
                    ? new ResultType(ok, error)
                    : null;
            case TupleTypeSyntax tuple:
                List<WitType> elements = [.. tuple.Elements.Select(element => ResolveType(element, scope, from)).OfType<WitType>()];
                return elements.Count == tuple.Elements.Count && elements.Count > 0 ? new TupleType(elements) : null;
            case FutureTypeSyntax future:
                return ResolveElement(future.Element, scope, from, "future") is (true, var value) ? new FutureType(value) : null;
            case StreamTypeSyntax stream:
                return ResolveElement(stream.Element, scope, from, "stream") is (true, var values) ? new StreamType(values) : null;
            default:
                return null;
        }
    }

    private HandleType? ResolveHandle(HandleTypeSyntax syntax, TypeScope scope, Stability from)
    {
        TypeDefinition? definition = FindType(syntax.Resource, scope, from);
        if (definition is null)
        {
            return null;
        }

        if (definition.Unaliased is not ResourceDefinition)
        {
            Error(
                DiagnosticCode.WrongKind, syntax.Resource.Span, $"`{syntax.Resource.Name}` is not a resource, so there are no handles of it");
            return null;
        }

        return syntax.IsBorrow ? new BorrowType(definition) : new OwnType(definition);
    }

    private MapType? ResolveMap(MapTypeSyntax syntax, TypeScope scope, Stability from)
    {
        WitType? value = ResolveType(syntax.Value, scope, from);
        if (syntax.Key is PrimitiveTypeSyntax { Type: { Kind: not (PrimitiveKind.F32 or PrimitiveKind.F64) } key })
        {
            return value is null ? null : new(key, value);
        }

        Error(
            DiagnosticCode.InvalidType,
            syntax.Key.Span,
            "the keys of a map are integers, `bool`, `char` or `string`, named by these words");
        return null;
    }

    private (bool Valid, WitType? Type) ResolveElement(TypeSyntax? syntax, TypeScope scope, Stability from, string of)
    {
        if (syntax is null)
        {
            return (true, null);
        }

        if (ResolveType(syntax, scope, from) is not { } type)
        {
            return (false, null);
        }

        if (type.ContainsBorrow())
        {
            Error(DiagnosticCode.InvalidType, syntax.Span, $"a {of} cannot hold a `borrow`, which ends with the call");
            return (false, null);
        }

        // Binary.md: rejected for the time being.
        if (of == "stream" && ReferenceEquals(type.Unaliased, PrimitiveType.Char))
        {
            Error(DiagnosticCode.InvalidType, syntax.Span, "there are no streams of `char`; use a `stream<u8>` of UTF-8");
            return (false, null);
        }

        return (true, type);
    }
}
