namespace Skiff.Wasm.Components.Validation;

/// <summary>
/// The core values that a component value is passed as (specification: canonical ABI, flattening). One type can stand in
/// another very often, so each is flattened once.
/// </summary>
internal sealed class Flattening(ValType pointer)
{
    /// <summary>No list of values longer than this is ever passed flat.</summary>
    private const int Maximum = 16;

    private readonly Dictionary<ResolvedType, List<ValType>?> _done = new(ReferenceEqualityComparer.Instance);

    /// <summary>The flat form of types one behind the other; null if it is longer than a maximum.</summary>
    public List<ValType>? Flatten(IEnumerable<ResolvedType> types, int maximum)
    {
        List<ValType> flat = [];
        foreach (ResolvedType type in types)
        {
            if (Flatten(type) is not { } part || flat.Count + part.Count > maximum)
            {
                return null;
            }

            flat.AddRange(part);
        }

        return flat;
    }

    private List<ValType>? Flatten(ResolvedType type)
    {
        if (!_done.TryGetValue(type, out List<ValType>? flat))
        {
            flat = Make(type);
            _done.Add(type, flat);
        }

        return flat;
    }

    private List<ValType>? Make(ResolvedType type) => type.Shape switch
    {
        ResolvedTypeKind.Primitive => type.Primitive switch
        {
            PrimitiveValType.String => [pointer, pointer],
            PrimitiveValType.F32 => [ValType.F32],
            PrimitiveValType.F64 => [ValType.F64],
            PrimitiveValType.U64 or PrimitiveValType.S64 => [ValType.I64],
            _ => [ValType.I32],
        },
        ResolvedTypeKind.List or ResolvedTypeKind.Map => [pointer, pointer],
        ResolvedTypeKind.Record or ResolvedTypeKind.Tuple => Flatten(type.Types!, Maximum),
        ResolvedTypeKind.FixedLengthList => type.Length > Maximum ? null : Flatten(Enumerable.Repeat(type.Types[0]!, (int)type.Length), Maximum),
        ResolvedTypeKind.Variant or ResolvedTypeKind.Option or ResolvedTypeKind.Result => FlattenCases(type),
        _ => [ValType.I32],
    };

    private List<ValType>? FlattenCases(ResolvedType type)
    {
        List<ValType> flat = [ValType.I32];
        foreach (ResolvedType? part in type.Types)
        {
            if (part is null)
            {
                continue;
            }

            if (Flatten(part) is not { } values)
            {
                return null;
            }

            for (int i = 0; i < values.Count; i++)
            {
                if (i + 1 == flat.Count)
                {
                    flat.Add(values[i]);
                }
                else
                {
                    flat[i + 1] = Join(flat[i + 1], values[i]);
                }
            }
        }

        return flat.Count <= Maximum ? flat : null;
    }

    private static ValType Join(ValType left, ValType right) => left == right ? left
        : (left == ValType.I32 && right == ValType.F32) || (left == ValType.F32 && right == ValType.I32) ? ValType.I32
        : ValType.I64;
}
