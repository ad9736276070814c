using Skiff.Wasm.Components;

namespace Skiff.Components;

/// <summary>
/// Defines WIT types among the definitions of a component or type, each once (specification: component model explainer,
/// type definitions).
/// </summary>
/// <param name="definitions">Where the definitions go.</param>
/// <param name="outside">Finds the definition of a named type that this scope does not define itself.</param>
internal sealed class TypeScope(DefinitionList definitions, Func<Wit.TypeDefinition, Definition> outside)
{
    private readonly Dictionary<Wit.TypeDefinition, Definition> _named = [];
    private readonly Dictionary<Wit.WitType, Definition> _unnamed = [];

    /// <summary>Says which definition a named type is from now on.</summary>
    public void Name(Wit.TypeDefinition type, Definition definition) => _named[type] = definition;

    public bool Has(Wit.TypeDefinition type) => _named.ContainsKey(type);

    /// <summary>The definition of a named type.</summary>
    public Definition Find(Wit.TypeDefinition type)
    {
        if (!_named.TryGetValue(type, out Definition? definition))
        {
            definition = outside(type);
            _named[type] = definition;
        }

        return definition;
    }

    /// <summary>Adds the type of a function.</summary>
    public ComponentFunctionType Add(Wit.Function function)
    {
        List<LabeledType> parameters = [.. function.Parameters.Select(parameter => new LabeledType(parameter.Name, ValType(parameter.Type)))];
        return definitions.Add(new ComponentFunctionType(parameters, OptionalValType(function.Result)) { IsAsync = function.IsAsync });
    }

    /// <summary>The definition of any type; a primitive one is given a definition.</summary>
    public Definition Definition(Wit.WitType type)
    {
        ComponentValType result = ValType(type);
        if (result.Type is { } definition)
        {
            return definition;
        }

        if (!_unnamed.TryGetValue(type, out definition))
        {
            definition = definitions.Add(new PrimitiveType(result.Primitive));
            _unnamed.Add(type, definition);
        }

        return definition;
    }

    /// <summary>Adds what a record, variant, enumeration or set of flags consists of, without its name.</summary>
    public Definition AddStructure(Wit.TypeDefinition type)
    {
        switch (type)
        {
            case Wit.RecordDefinition record:
                LabeledType[] fields = [.. record.Fields.Select(field => new LabeledType(field.Name, ValType(field.Type)))];
                return definitions.Add(new RecordType(fields));
            case Wit.VariantDefinition variant:
                VariantCase[] cases = [.. variant.Cases.Select(item => new VariantCase(item.Name, OptionalValType(item.Payload)))];
                return definitions.Add(new VariantType(cases));
            case Wit.EnumDefinition enumeration:
                return definitions.Add(new EnumType(enumeration.Cases.Select(item => item.Name)));
            case Wit.FlagsDefinition flags:
                return definitions.Add(new FlagsType(flags.Flags.Select(flag => flag.Name)));
            case Wit.AliasDefinition alias:
                return Definition(alias.Target);
            default:
                throw new ArgumentException($"`{type}` is a resource, which has no structure.", nameof(type));
        }
    }

    private ComponentValType? OptionalValType(Wit.WitType? type) => type is null ? default(ComponentValType?) : ValType(type);

    private ComponentValType ValType(Wit.WitType type)
    {
        switch (type)
        {
            case Wit.PrimitiveType primitive:
                return Primitive(primitive.Kind);
            case Wit.TypeDefinition named:
                return Find(named);
            default:
                if (!_unnamed.TryGetValue(type, out Definition? definition))
                {
                    definition = definitions.Add(Structural(type));
                    _unnamed.Add(type, definition);
                }

                return definition;
        }
    }

    private TypeDefinition Structural(Wit.WitType type) => type switch
    {
        Wit.ListType { Length: { } length } list => new FixedLengthListType(ValType(list.Element), length),
        Wit.ListType list => new ListType(ValType(list.Element)),
        Wit.MapType map => new MapType(ValType(map.Key), ValType(map.Value)),
        Wit.OptionType option => new OptionType(ValType(option.Element)),
        Wit.ResultType result => new ResultType(OptionalValType(result.Ok), OptionalValType(result.Error)),
        Wit.TupleType tuple => new TupleType((ComponentValType[])[.. tuple.Elements.Select(ValType)]),
        Wit.OwnType own => new OwnType(Find(own.Resource)),
        Wit.BorrowType borrow => new BorrowType(Find(borrow.Resource)),
        Wit.StreamType stream => new StreamType(OptionalValType(stream.Element)),
        Wit.FutureType future => new FutureType(OptionalValType(future.Element)),
        _ => throw new ArgumentException($"`{type}` is no type of a component.", nameof(type)),
    };

    private static PrimitiveValType Primitive(Wit.PrimitiveKind kind) => kind switch
    {
        Wit.PrimitiveKind.Bool => PrimitiveValType.Bool,
        Wit.PrimitiveKind.S8 => PrimitiveValType.S8,
        Wit.PrimitiveKind.U8 => PrimitiveValType.U8,
        Wit.PrimitiveKind.S16 => PrimitiveValType.S16,
        Wit.PrimitiveKind.U16 => PrimitiveValType.U16,
        Wit.PrimitiveKind.S32 => PrimitiveValType.S32,
        Wit.PrimitiveKind.U32 => PrimitiveValType.U32,
        Wit.PrimitiveKind.S64 => PrimitiveValType.S64,
        Wit.PrimitiveKind.U64 => PrimitiveValType.U64,
        Wit.PrimitiveKind.F32 => PrimitiveValType.F32,
        Wit.PrimitiveKind.F64 => PrimitiveValType.F64,
        Wit.PrimitiveKind.Char => PrimitiveValType.Char,
        Wit.PrimitiveKind.String => PrimitiveValType.String,
        Wit.PrimitiveKind.ErrorContext => PrimitiveValType.ErrorContext,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is no primitive type."),
    };
}
