using System.Collections.Immutable;
using System.Text;

namespace Skiff.Wasm.Components;

/// <summary>A value type with all aliases followed.</summary>
public sealed class ResolvedType : Signature
{
    /// <summary>How long a text is at most; one type can stand in another very often.</summary>
    private const int MaximumText = 300;

    private static readonly Dictionary<PrimitiveValType, ResolvedType> s_primitives = Enum.GetValues<PrimitiveValType>()
        .ToDictionary(primitive => primitive, primitive => new ResolvedType(ResolvedTypeKind.Primitive, primitive: primitive));

    private ResolvedType(
        ResolvedTypeKind shape,
        ImmutableArray<string> labels = default,
        ImmutableArray<ResolvedType?> types = default,
        PrimitiveValType primitive = PrimitiveValType.None,
        ResourceIdentity? resource = null,
        uint length = 0)
    {
        Shape = shape;
        Labels = labels.IsDefault ? [] : labels;
        Types = types.IsDefault ? [] : types;
        Primitive = primitive;
        Resource = resource;
        Length = length;
        Size = 1 + Labels.Length;
        foreach (ResolvedType? type in Types)
        {
            if (type is null)
            {
                continue;
            }

            Depth = Math.Max(Depth, type.Depth + 1);
            Size += type.Size;
            HasBorrow |= type.HasBorrow;
            HasPointer |= type.HasPointer;
            HasResource |= type.HasResource;
        }

        HasResource |= resource is not null;
        HasBorrow |= shape == ResolvedTypeKind.Borrow;
        HasPointer |= shape is ResolvedTypeKind.List or ResolvedTypeKind.Map || primitive == PrimitiveValType.String;
        if (shape is ResolvedTypeKind.Stream or ResolvedTypeKind.Future)
        {
            HasPointer = false;
        }

        LayOut();
    }

    /// <summary>What kind of type it is, and so which of the properties count.</summary>
    public ResolvedTypeKind Shape { get; }

    /// <summary>The primitive type.</summary>
    public PrimitiveValType Primitive { get; }

    /// <summary>The labels of fields, cases, flags or names, in order.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>
    /// The types of fields, cases, elements; of a map's key and value; of a result's success and failure. Null for one
    /// that carries nothing.
    /// </summary>
    public ImmutableArray<ResolvedType?> Types { get; }

    /// <summary>The resource type of a handle.</summary>
    public ResourceIdentity? Resource { get; }

    /// <summary>The number of elements of a fixed-length list.</summary>
    public uint Length { get; }

    /// <summary>How deep types are nested in it.</summary>
    internal int Depth { get; }

    /// <summary>How many types and labels it consists of, those that stand in it twice counted twice.</summary>
    internal long Size { get; }

    /// <summary>How many bytes a value takes in a memory of 64-bit addresses, or more than any value may take.</summary>
    internal long ByteSize { get; private set; }

    /// <summary>What addresses of values are multiples of.</summary>
    internal int Alignment { get; private set; } = 1;

    /// <summary>Whether it has a borrowed handle in it.</summary>
    internal bool HasBorrow { get; }

    /// <summary>Whether a value of it refers to memory.</summary>
    internal bool HasPointer { get; }

    /// <summary>Whether it has a handle in it.</summary>
    internal bool HasResource { get; }

    /// <summary>Whether the type must bear a name where it is imported or exported.</summary>
    internal bool NeedsName => Shape is ResolvedTypeKind.Record or ResolvedTypeKind.Variant or ResolvedTypeKind.Flags or ResolvedTypeKind.Enum;

    internal override string Kind => "value type";

    /// <summary>The text of WIT, with records and the like spelled out; long ones are cut.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        Describe(text);
        return text.Length <= MaximumText ? text.ToString() : string.Concat(text.ToString().AsSpan(0, MaximumText), "…");
    }

    internal static ResolvedType Of(PrimitiveValType primitive) => s_primitives[primitive];

    internal static ResolvedType Of(ResolvedTypeKind shape, params ImmutableArray<ResolvedType?> types) => new(shape, types: types);

    internal static ResolvedType Of(ResolvedTypeKind shape, ImmutableArray<string> labels, ImmutableArray<ResolvedType?> types) => new(shape, labels, types);

    internal static ResolvedType Of(ResolvedTypeKind shape, ResourceIdentity resource) => new(shape, resource: resource);

    internal static ResolvedType FixedLengthList(ResolvedType element, uint length) => new(ResolvedTypeKind.FixedLengthList, types: [element], length: length);

    /// <summary>The same type with other types and resource in it, as a type of its own.</summary>
    internal ResolvedType With(ImmutableArray<ResolvedType?> types, ResourceIdentity? resource) => new(Shape, Labels, types, Primitive, resource, Length);

    /// <summary>Finds out size and alignment (specification: canonical ABI, alignment and element size).</summary>
    private void LayOut()
    {
        switch (Shape)
        {
            case ResolvedTypeKind.Primitive:
                (ByteSize, Alignment) = Primitive switch
                {
                    PrimitiveValType.Bool or PrimitiveValType.S8 or PrimitiveValType.U8 => (1, 1),
                    PrimitiveValType.S16 or PrimitiveValType.U16 => (2, 2),
                    PrimitiveValType.S64 or PrimitiveValType.U64 or PrimitiveValType.F64 => (8, 8),
                    PrimitiveValType.String => (16, 8),
                    _ => (4, 4),
                };
                break;
            case ResolvedTypeKind.List or ResolvedTypeKind.Map:
                (ByteSize, Alignment) = (16, 8);
                break;
            case ResolvedTypeKind.Record or ResolvedTypeKind.Tuple:
                foreach (ResolvedType? field in Types)
                {
                    Append(field!);
                }

                break;
            case ResolvedTypeKind.FixedLengthList:
                (ByteSize, Alignment) = (Math.Min(Types[0]!.ByteSize * Length, long.MaxValue / 2), Types[0]!.Alignment);
                break;
            case ResolvedTypeKind.Flags:
                ByteSize = Alignment = Labels.Length <= 8 ? 1 : Labels.Length <= 16 ? 2 : 4;
                break;
            case ResolvedTypeKind.Variant or ResolvedTypeKind.Option or ResolvedTypeKind.Result or ResolvedTypeKind.Enum:
                int cases = Shape is ResolvedTypeKind.Option or ResolvedTypeKind.Result ? 2 : Labels.Length;
                ByteSize = Alignment = cases <= 1 << 8 ? 1 : cases <= 1 << 16 ? 2 : 4;
                Alignment = Types.Aggregate(Alignment, (most, part) => Math.Max(most, part?.Alignment ?? 1));
                ByteSize = AlignUp(ByteSize, Alignment) + Types.Aggregate(0L, (most, part) => Math.Max(most, part?.ByteSize ?? 0));
                break;
            default:
                (ByteSize, Alignment) = (4, 4);
                break;
        }

        ByteSize = AlignUp(ByteSize, Alignment);
    }

    private void Append(ResolvedType field)
    {
        Alignment = Math.Max(Alignment, field.Alignment);
        ByteSize = AlignUp(ByteSize, field.Alignment) + field.ByteSize;
    }

    private static long AlignUp(long size, int alignment) => (size + alignment - 1) / alignment * alignment;

    private void Describe(StringBuilder text)
    {
        switch (Shape)
        {
            case ResolvedTypeKind.Primitive:
                text.Append(Primitive.Text());
                return;
            case ResolvedTypeKind.Own:
                text.Append(Resource);
                return;
            case ResolvedTypeKind.Borrow:
                text.Append("borrow<").Append(Resource).Append('>');
                return;
        }

        text.Append(Shape == ResolvedTypeKind.FixedLengthList ? "list" : Shape.ToString().ToLowerInvariant()).Append('<');
        int count = Math.Max(Labels.Length, Types.Length);
        for (int i = 0; i < count && text.Length <= MaximumText; i++)
        {
            text.Append(i > 0 ? ", " : "").Append(i < Labels.Length ? Labels[i] : "");
            if (i >= Types.Length)
            {
                continue;
            }

            text.Append(i < Labels.Length ? ": " : "");
            if (Types[i] is { } part)
            {
                part.Describe(text);
            }
            else
            {
                text.Append('_');
            }
        }

        text.Append(Shape == ResolvedTypeKind.FixedLengthList ? $", {Length}>" : ">");
    }
}
