namespace Skiff.Wit.CanonicalAbi;

/// <summary>
/// How values lie in linear memory (CanonicalABI.md, "Alignment", "Element Size"). An object keeps what it has computed.
/// </summary>
public sealed class CanonicalLayout
{
    // Larger sizes count as this one, so that sums and products of sizes do not overflow.
    private const long Unbounded = 1L << 40;

    private readonly Dictionary<TypeDefinition, (long Size, int Alignment)> _known = [];
    private readonly int _pointer;

    /// <summary>Makes the layout of memories with addresses of a width.</summary>
    public CanonicalLayout(PointerWidth width)
    {
        Width = width;
        _pointer = (int)width;
    }

    /// <summary>How wide addresses are.</summary>
    public PointerWidth Width { get; }

    /// <summary>The size of a value in bytes (<c>elem_size</c>).</summary>
    public long GetSize(WitType type) => Measure(type).Size;

    /// <summary>The alignment of a value in bytes: 1, 2, 4 or 8 (<c>alignment</c>).</summary>
    public int GetAlignment(WitType type) => Measure(type).Alignment;

    /// <summary>An offset, or the next one that is aligned.</summary>
    public static long Align(long offset, int alignment) => (offset + alignment - 1) & -alignment;

    /// <summary>The layout of values that lie one after another as the fields of a record do, such as parameters.</summary>
    public RecordLayout GetRecord(IReadOnlyList<WitType> fields)
    {
        long[] offsets = new long[fields.Count];
        long size = 0;
        int alignment = 1;
        for (int i = 0; i < offsets.Length; i++)
        {
            (long fieldSize, int fieldAlignment) = Measure(fields[i]);
            offsets[i] = Align(size, fieldAlignment);
            size = Math.Min(Unbounded, offsets[i] + fieldSize);
            alignment = Math.Max(alignment, fieldAlignment);
        }

        return new(fields, offsets, Align(size, alignment), alignment);
    }

    /// <summary>The layout of a record or tuple.</summary>
    /// <exception cref="ArgumentException">The type is neither.</exception>
    public RecordLayout GetRecord(WitType type) =>
        GetRecord(Shape.GetFields(type) ?? throw new ArgumentException($"`{type}` has no fields.", nameof(type)));

    /// <summary>The layout of a variant, enum, option or result.</summary>
    /// <exception cref="ArgumentException">The type is none of these.</exception>
    public VariantLayout GetVariant(WitType type) =>
        GetVariant(Shape.GetCases(type) ?? throw new ArgumentException($"`{type}` has no cases.", nameof(type)));

    private VariantLayout GetVariant(IReadOnlyList<WitType?> payloads)
    {
        int discriminant = Shape.GetDiscriminantSize(payloads.Count);
        int payloadAlignment = 1;
        long payloadSize = 0;
        foreach (WitType? payload in payloads)
        {
            if (payload is not null)
            {
                (long size, int alignment) = Measure(payload);
                payloadSize = Math.Max(payloadSize, size);
                payloadAlignment = Math.Max(payloadAlignment, alignment);
            }
        }

        int total = Math.Max(discriminant, payloadAlignment);
        long offset = Align(discriminant, payloadAlignment);
        return new(payloads, discriminant, offset, Align(offset + payloadSize, total), total);
    }

    private (long Size, int Alignment) Measure(WitType type)
    {
        if (type is not TypeDefinition definition)
        {
            return Compute(type);
        }

        if (!_known.TryGetValue(definition, out (long Size, int Alignment) known))
        {
            known = Compute(type);
            _known[definition] = known;
        }

        return known;
    }

    private (long Size, int Alignment) Compute(WitType type)
    {
        switch (type)
        {
            case PrimitiveType primitive:
                int size = SizeOf(primitive.Kind);
                return primitive.Kind == PrimitiveKind.String ? (2 * _pointer, _pointer) : (size, size);
            case AliasDefinition alias:
                return Measure(alias.Target);
            case ListType { Length: { } length } list:
                (long elementSize, int elementAlignment) = Measure(list.Element);
                return (elementSize > Unbounded / length ? Unbounded : elementSize * length, elementAlignment);
            case ListType or MapType:
                return (2 * _pointer, _pointer);
            case HandleType or StreamType or FutureType:
                return (4, 4);
            case FlagsDefinition flags:
                int flagsSize = Shape.GetFlagsSize(flags.Flags.Count);
                return (flagsSize, flagsSize);
            default:
                if (Shape.GetFields(type) is { } fields)
                {
                    RecordLayout record = GetRecord(fields);
                    return (record.Size, record.Alignment);
                }

                if (Shape.GetCases(type) is { } cases)
                {
                    VariantLayout variant = GetVariant(cases);
                    return (variant.Size, variant.Alignment);
                }

                throw new ArgumentException($"`{type}` is a resource, which has no values; its handles have.", nameof(type));
        }
    }

    private static int SizeOf(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.Bool or PrimitiveKind.S8 or PrimitiveKind.U8 => 1,
        PrimitiveKind.S16 or PrimitiveKind.U16 => 2,
        PrimitiveKind.S64 or PrimitiveKind.U64 or PrimitiveKind.F64 => 8,
        _ => 4,
    };
}
