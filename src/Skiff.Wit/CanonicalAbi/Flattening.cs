namespace Skiff.Wit.CanonicalAbi;

/// <summary>
/// How values are passed as core values (CanonicalABI.md, "Flattening"). An object keeps what it has computed.
/// </summary>
public sealed class Flattening
{
    /// <summary>The most core values that parameters are passed as (<c>MAX_FLAT_PARAMS</c>).</summary>
    public const int MaximumParameters = 16;

    /// <summary>The most that parameters of an asynchronously lowered function are (<c>MAX_FLAT_ASYNC_PARAMS</c>).</summary>
    public const int MaximumAsyncParameters = 4;

    /// <summary>The most core values that a result is returned as (<c>MAX_FLAT_RESULTS</c>).</summary>
    public const int MaximumResults = 1;

    private readonly Dictionary<TypeDefinition, CoreType[]?> _known = [];

    /// <summary>Makes the flattening for memories with addresses of a width.</summary>
    public Flattening(PointerWidth width)
    {
        Pointer = width == PointerWidth.Bits64 ? CoreType.I64 : CoreType.I32;
    }

    /// <summary>The type of addresses and lengths.</summary>
    public CoreType Pointer { get; }

    /// <summary>The core types of a value (<c>flatten_type</c>).</summary>
    /// <returns>The types, or <see langword="null"/> when there are more than <see cref="MaximumParameters"/>.</returns>
    public IReadOnlyList<CoreType>? Flatten(WitType type) => Compute(type);

    /// <summary>The core types of values one after another (<c>flatten_types</c>).</summary>
    /// <returns>The types, or <see langword="null"/> when there are more than <see cref="MaximumParameters"/>.</returns>
    public IReadOnlyList<CoreType>? Flatten(IEnumerable<WitType> types)
    {
        List<CoreType> flat = [];
        foreach (WitType type in types)
        {
            if (Compute(type) is not { } more || flat.Count + more.Length > MaximumParameters)
            {
                return null;
            }

            flat.AddRange(more);
        }

        return flat;
    }

    /// <summary>The type that holds the bits of a core value of either type (<c>join</c>).</summary>
    public static CoreType Join(CoreType left, CoreType right) => (left, right) switch
    {
        _ when left == right => left,
        (CoreType.I32, CoreType.F32) or (CoreType.F32, CoreType.I32) => CoreType.I32,
        _ => CoreType.I64,
    };

    private CoreType[]? Compute(WitType type)
    {
        if (type is not TypeDefinition definition)
        {
            return ComputeHere(type);
        }

        if (!_known.TryGetValue(definition, out CoreType[]? known))
        {
            known = ComputeHere(type);
            _known[definition] = known;
        }

        return known;
    }

    private CoreType[]? ComputeHere(WitType type)
    {
        switch (type)
        {
            case PrimitiveType primitive:
                return primitive.Kind switch
                {
                    PrimitiveKind.S64 or PrimitiveKind.U64 => [CoreType.I64],
                    PrimitiveKind.F32 => [CoreType.F32],
                    PrimitiveKind.F64 => [CoreType.F64],
                    PrimitiveKind.String => [Pointer, Pointer],
                    _ => [CoreType.I32],
                };
            case AliasDefinition alias:
                return Compute(alias.Target);
            case ListType { Length: { } length } list:
                return Compute(list.Element) is { } element && element.Length <= MaximumParameters / length
                    ? [.. Enumerable.Repeat(element, (int)length).SelectMany(item => item)]
                    : null;
            case ListType or MapType:
                return [Pointer, Pointer];
            case HandleType or StreamType or FutureType or FlagsDefinition:
                return [CoreType.I32];
            default:
                if (Shape.GetFields(type) is { } fields)
                {
                    return Flatten(fields) is { } flat ? [.. flat] : null;
                }

                return Shape.GetCases(type) is { } cases
                    ? FlattenCases(cases)
                    : throw new ArgumentException($"`{type}` is a resource, which has no values; its handles have.", nameof(type));
        }
    }

    private CoreType[]? FlattenCases(IReadOnlyList<WitType?> payloads)
    {
        List<CoreType> flat = [CoreType.I32];
        foreach (WitType payload in payloads.OfType<WitType>())
        {
            if (Compute(payload) is not { } types || types.Length >= MaximumParameters)
            {
                return null;
            }

            for (int i = 0; i < types.Length; i++)
            {
                if (i + 1 < flat.Count)
                {
                    flat[i + 1] = Join(flat[i + 1], types[i]);
                }
                else
                {
                    flat.Add(types[i]);
                }
            }
        }

        return [.. flat];
    }
}
