namespace Skiff.Wit.Resolution;

/// <summary>
/// Copies what one world owns for another. What is copied refers to the copies; what is not refers to what it did.
/// </summary>
/// <param name="target">The world to copy for.</param>
/// <param name="samePackage">Whether both worlds are in one package, whose versions the gates mean.</param>
/// <param name="stability">The gates of what is copied that has none, or none that mean the package.</param>
internal sealed class ModelCopier(World target, bool samePackage, Stability stability)
{
    private readonly Dictionary<TypeDefinition, TypeDefinition> _copies = [];

    /// <summary>Copies an import or export of an interface; an inline interface is copied too.</summary>
    public WorldInterface Copy(WorldInterface item, string? plainName) =>
        new(item.Interface.Name is null ? Copy(item.Interface) : item.Interface, plainName)
        {
            Documentation = item.Documentation,
            Stability = Gate(item.Stability),
            ExternalId = item.ExternalId,
            Span = item.Span,
        };

    private Stability Gate(Stability own) => samePackage && own != Stability.Ungated ? own : stability;

    public Function Copy(Function function, string name, ResourceDefinition? resource = null)
    {
        Function copy = resource is null ? new(name) : new(resource, function.Kind, name);
        copy.IsAsync = function.IsAsync;
        copy.Documentation = function.Documentation;
        copy.Stability = Gate(function.Stability);
        copy.ExternalId = function.ExternalId;
        copy.Span = function.Span;
        copy.Parameters.AddRange(function.Parameters.Select(parameter => parameter with { Type = Map(parameter.Type) }));
        copy.Result = function.Result is null ? null : Map(function.Result);
        return copy;
    }

    public TypeDefinition Copy(TypeDefinition definition, TypeOwner owner, string name)
    {
        TypeDefinition copy;
        switch (definition)
        {
            case AliasDefinition alias:
                copy = new AliasDefinition(owner, name, Map(alias.Target));
                break;
            case RecordDefinition record:
                RecordDefinition recordCopy = new(owner, name);
                recordCopy.Fields.AddRange(record.Fields.Select(item => item with { Type = Map(item.Type) }));
                copy = recordCopy;
                break;
            case VariantDefinition variant:
                VariantDefinition variantCopy = new(owner, name);
                variantCopy.Cases.AddRange(
                    variant.Cases.Select(item => item with { Payload = item.Payload is null ? null : Map(item.Payload) }));
                copy = variantCopy;
                break;
            case EnumDefinition item:
                EnumDefinition enumCopy = new(owner, name);
                enumCopy.Cases.AddRange(item.Cases);
                copy = enumCopy;
                break;
            case FlagsDefinition item:
                FlagsDefinition flagsCopy = new(owner, name);
                flagsCopy.Flags.AddRange(item.Flags);
                copy = flagsCopy;
                break;
            default:
                ResourceDefinition resource = (ResourceDefinition)definition;
                ResourceDefinition resourceCopy = new(owner, name);
                _copies.Add(resource, resourceCopy);
                resourceCopy.Functions.AddRange(
                    resource.Functions.Select(function => Copy(function, function.LocalName, resourceCopy)));
                copy = resourceCopy;
                break;
        }

        _copies[definition] = copy;
        copy.Documentation = definition.Documentation;
        copy.Stability = Gate(definition.Stability);
        copy.ExternalId = definition.ExternalId;
        copy.Span = definition.Span;
        return copy;
    }

    private Interface Copy(Interface source)
    {
        Interface copy = new(target.Package, null)
        {
            Documentation = source.Documentation,
            Stability = Gate(source.Stability),
            Span = source.Span,
        };
        foreach (TypeDefinition type in source.Types)
        {
            copy.Types.Add(Copy(type, copy, type.Name));
        }

        copy.Functions.AddRange(source.Functions.Select(function => Copy(function, function.LocalName)));
        return copy;
    }

    private WitType Map(WitType type) => type switch
    {
        TypeDefinition definition => MapDefinition(definition),
        OwnType own => new OwnType(MapDefinition(own.Resource)),
        BorrowType borrow => new BorrowType(MapDefinition(borrow.Resource)),
        ListType list => new ListType(Map(list.Element), list.Length),
        MapType map => new MapType(map.Key, Map(map.Value)),
        OptionType option => new OptionType(Map(option.Element)),
        ResultType result => new ResultType(MapOptional(result.Ok), MapOptional(result.Error)),
        TupleType tuple => new TupleType([.. tuple.Elements.Select(Map)]),
        FutureType future => new FutureType(MapOptional(future.Element)),
        StreamType stream => new StreamType(MapOptional(stream.Element)),
        _ => type,
    };

    private WitType? MapOptional(WitType? type) => type is null ? null : Map(type);

    private TypeDefinition MapDefinition(TypeDefinition definition) =>
        _copies.TryGetValue(definition, out TypeDefinition? copy) ? copy : definition;
}
