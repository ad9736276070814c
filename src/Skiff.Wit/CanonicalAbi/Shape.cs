namespace Skiff.Wit.CanonicalAbi;

/// <summary>What specialized types are instances of (CanonicalABI.md, "Despecialization").</summary>
public static class Shape
{
    /// <summary>The types of the fields of a record or tuple, else <see langword="null"/>.</summary>
    public static IReadOnlyList<WitType>? GetFields(WitType type) => type.Unaliased switch
    {
        RecordDefinition record => [.. record.Fields.Select(item => item.Type)],
        TupleType tuple => tuple.Elements,
        _ => null,
    };

    /// <summary>
    /// The types of the payloads of the cases of a variant, enum, option or result, else <see langword="null"/>.
    /// </summary>
    public static IReadOnlyList<WitType?>? GetCases(WitType type) => type.Unaliased switch
    {
        VariantDefinition variant => [.. variant.Cases.Select(item => item.Payload)],
        EnumDefinition item => new WitType?[item.Cases.Count],
        OptionType option => [null, option.Element],
        ResultType result => [result.Ok, result.Error],
        _ => null,
    };

    /// <summary>The type of the elements of a list or map, else <see langword="null"/>.</summary>
    public static WitType? GetElement(WitType type) => type.Unaliased switch
    {
        ListType list => list.Element,
        MapType map => new TupleType([map.Key, map.Value]),
        _ => null,
    };

    /// <summary>How many bytes say which of a number of cases it is: 1, 2 or 4 (<c>discriminant_type</c>).</summary>
    public static int GetDiscriminantSize(int cases) => cases <= 1 << 8 ? 1 : cases <= 1 << 16 ? 2 : 4;

    /// <summary>How many bytes a number of flags takes: 1, 2 or 4 (<c>elem_size_flags</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 32 flags.</exception>
    public static int GetFlagsSize(int flags) => flags switch
    {
        <= 8 => 1,
        <= 16 => 2,
        <= 32 => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(flags), flags, "A type has at most 32 flags."),
    };
}
