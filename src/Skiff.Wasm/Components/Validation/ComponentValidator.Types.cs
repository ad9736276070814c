using System.Collections.Immutable;
using Skiff.Wasm.Validation;

namespace Skiff.Wasm.Components.Validation;

internal sealed partial class ComponentValidator
{
    private const int MaximumFlags = 32;

    /// <summary>How large values are less than (specification: component binary format, notes on type definitions).</summary>
    private const long MaximumByteSize = 1L << 28;

    private Signature ResolveType(TypeDefinition definition)
    {
        switch (definition)
        {
            case ComponentFunctionType function:
                return ResolveFunctionType(function);
            case InstanceType instance:
                return Within(ScopeKind.InstanceType, () =>
                {
                    ValidateDeclarators(instance.Declarators);
                    return new InstanceSignature([.. _scope.Exports], [.. _scope.DefinedResources]);
                });
            case ComponentType component:
                return Within(ScopeKind.ComponentType, () =>
                {
                    ValidateDeclarators(component.Declarators);
                    return new ComponentSignature(
                        [.. _scope.Imports], [.. _scope.Exports], [.. _scope.ImportedResources], [.. _scope.DefinedResources]);
                });
            case ResourceType resource:
                return ResolveResourceType(resource);
            default:
                return CheckSize(ResolveValueType(definition), definition);
        }
    }

    private void ValidateDeclarators(DefinitionList declarators)
    {
        foreach (Definition declarator in declarators)
        {
            bool isAllowed = declarator is TypeDefinition or CoreTypeDefinition or OuterAlias or ExportDeclaration
                or ExportAlias { Sort: Sort.Type or Sort.Instance }
                || (declarator is ComponentImport && _scope.Kind == ScopeKind.ComponentType);
            if (!isAllowed || declarator is ResourceType or OuterAlias { Sort: not (Sort.Type or Sort.CoreType) })
            {
                throw Error($"it cannot stand in {(_scope.Kind == ScopeKind.ComponentType ? "a component" : "an instance")} type", declarator);
            }

            Validate(declarator);
        }
    }

    private FunctionSignature ResolveFunctionType(ComponentFunctionType definition)
    {
        CheckLabels(definition.Parameters.Select(parameter => parameter.Label), "parameter", definition);
        ImmutableArray<(string Label, ResolvedType Type)> parameters =
            [.. definition.Parameters.Select(parameter => (parameter.Label, Resolve(parameter.Type, definition)))];
        ResolvedType? result = Resolve(definition.Result, definition);
        if (result is { HasBorrow: true })
        {
            throw Error("its result has a borrowed handle in it, which does not outlive the call", definition);
        }

        return new FunctionSignature(parameters, result, definition.IsAsync);
    }

    private ResourceIdentity ResolveResourceType(ResourceType definition)
    {
        if (_scope.Kind != ScopeKind.Component)
        {
            throw Error("only a component can implement a resource type", definition);
        }

        if (definition.Representation != ValType.I32 && definition.Representation != ValType.I64)
        {
            throw Error($"its representation is {definition.Representation}; expected i32", definition);
        }

        if (definition.Destructor is { } destructor)
        {
            FunctionType type = CoreFunction(destructor, definition);
            if (!type.Equals(new FunctionType([definition.Representation])))
            {
                throw Error($"its destructor is of type {type}; expected [{definition.Representation}] -> []", definition);
            }
        }

        ResourceIdentity resource = new(definition.Name);
        _scope.DefinedResources.Add(resource);
        _scope.OwnResources.Add(resource, definition.Representation);
        return resource;
    }

    private ResolvedType ResolveValueType(TypeDefinition definition)
    {
        switch (definition)
        {
            case PrimitiveType primitive:
                return ResolvedType.Of(primitive.Primitive);
            case RecordType record:
                CheckLabels(record.Fields.Select(field => field.Label), "field", definition, isAtLeastOne: true);
                return ResolvedType.Of(
                    ResolvedTypeKind.Record,
                    [.. record.Fields.Select(field => field.Label)],
                    [.. record.Fields.Select(field => Resolve(field.Type, definition))]);
            case VariantType variant:
                CheckLabels(variant.Cases.Select(item => item.Label), "case", definition, isAtLeastOne: true);
                return ResolvedType.Of(
                    ResolvedTypeKind.Variant,
                    [.. variant.Cases.Select(item => item.Label)],
                    [.. variant.Cases.Select(item => Resolve(item.Type, definition))]);
            case ListType list:
                return ResolvedType.Of(ResolvedTypeKind.List, Resolve(list.Element, definition));
            case FixedLengthListType list:
                return list.Length > 0
                    ? ResolvedType.FixedLengthList(Resolve(list.Element, definition), list.Length)
                    : throw Error("it has no elements", definition);
            case MapType map:
                return ResolvedType.Of(ResolvedTypeKind.Map, ResolveKey(map), Resolve(map.Value, definition));
            case TupleType tuple:
                return tuple.Fields.Count > 0
                    ? ResolvedType.Of(ResolvedTypeKind.Tuple, [.. tuple.Fields.Select(field => Resolve(field, definition))])
                    : throw Error("it has no fields", definition);
            case FlagsType flags:
                CheckLabels(flags.Labels, "flag", definition, isAtLeastOne: true);
                return flags.Labels.Count <= MaximumFlags
                    ? ResolvedType.Of(ResolvedTypeKind.Flags, [.. flags.Labels], [])
                    : throw Error($"it has {flags.Labels.Count} flags; at most {MaximumFlags} are allowed", definition);
            case EnumType enumeration:
                CheckLabels(enumeration.Labels, "case", definition, isAtLeastOne: true);
                return ResolvedType.Of(ResolvedTypeKind.Enum, [.. enumeration.Labels], []);
            case OptionType option:
                return ResolvedType.Of(ResolvedTypeKind.Option, Resolve(option.Value, definition));
            case ResultType result:
                return ResolvedType.Of(ResolvedTypeKind.Result, Resolve(result.Ok, definition), Resolve(result.Error, definition));
            case OwnType own:
                return ResolvedType.Of(ResolvedTypeKind.Own, Resource(own.Resource, definition));
            case BorrowType borrow:
                return ResolvedType.Of(ResolvedTypeKind.Borrow, Resource(borrow.Resource, definition));
            case StreamType stream:
                return ResolvedType.Of(ResolvedTypeKind.Stream, ResolveAsync(stream.Element, definition));
            case FutureType future:
                return ResolvedType.Of(ResolvedTypeKind.Future, ResolveAsync(future.Value, definition));
            default:
                throw Error("it is not a value type", definition);
        }
    }

    private ResolvedType? ResolveAsync(ComponentValType? type, TypeDefinition definition)
    {
        ResolvedType? resolved = Resolve(type, definition);
        if (resolved is { HasBorrow: true })
        {
            throw Error("it carries a borrowed handle, which does not outlive the call", definition);
        }

        return definition is StreamType && resolved is { Primitive: PrimitiveValType.Char }
            ? throw Error("streams of char are not defined yet", definition)
            : resolved;
    }

    private ResolvedType ResolveKey(MapType map)
    {
        ResolvedType key = Resolve(map.Key, map);
        return key.Primitive is PrimitiveValType.None or PrimitiveValType.F32 or PrimitiveValType.F64 or PrimitiveValType.ErrorContext
            ? throw Error($"its keys are of type {key}; expected a Boolean, an integer, a char or a string", map)
            : key;
    }

    private ResourceIdentity Resource(Definition definition, Definition user) => Get<ResourceIdentity>(definition, Sort.Type, user);

    private ResolvedType Resolve(ComponentValType type, Definition user) => type switch
    {
        { Type: { } definition } => Get<ResolvedType>(definition, Sort.Type, user),
        { Primitive: PrimitiveValType.None } => throw Error("a type is missing", user),
        _ => ResolvedType.Of(type.Primitive),
    };

    private ResolvedType? Resolve(ComponentValType? type, Definition user) => type is { } given ? Resolve(given, user) : null;

    private static ResolvedType CheckSize(ResolvedType type, Definition definition) =>
        type.Depth > MaximumTypeDepth ? throw Error($"types are nested more than {MaximumTypeDepth} deep", definition)
        : type.ByteSize >= MaximumByteSize ? throw Error($"a value of it takes {type.ByteSize} bytes; less than {MaximumByteSize} are allowed", definition)
        : type.Size > MaximumTypeSize ? throw Error($"it consists of more than {MaximumTypeSize} types", definition)
        : type;

    private static void CheckLabels(IEnumerable<string> labels, string what, Definition definition, bool isAtLeastOne = false)
    {
        HashSet<string> seen = [];
        foreach (string label in labels)
        {
            if (!ExternNames.IsLabel(label))
            {
                throw Error($"the {what} '{label}' is not in kebab case", definition);
            }

            if (!seen.Add(ExternNames.Canonicalize(label)))
            {
                throw Error($"the {what} '{label}' is there twice", definition);
            }
        }

        if (isAtLeastOne && seen.Count == 0)
        {
            throw Error($"it has no {what}s", definition);
        }
    }

    private static ModuleSignature ResolveModuleType(ModuleType type, Definition definition)
    {
        Dictionary<Import, Extern> imports = [];
        Dictionary<string, Extern> exports = [];
        foreach (ModuleDeclarator declarator in type.Declarators)
        {
            if (declarator is ModuleImport { Item: var item } && !imports.TryAdd(item.Import!, item))
            {
                throw Error($"it imports '{item.Import}' twice", definition);
            }

            if (declarator is ModuleExport export && !exports.TryAdd(export.Name, export.Item))
            {
                throw Error($"it exports '{export.Name}' twice", definition);
            }
        }

        foreach (Extern item in imports.Values.Concat(exports.Values))
        {
            ModuleValidator.ValidateSize(item);
        }

        return new ModuleSignature([.. imports.Values], exports);
    }
}
