namespace Skiff.Wasm.Binary;

/// <summary>Collects types as they are used and gives them indices, equal types one index.</summary>
internal sealed class TypeIndexer
{
    private readonly Dictionary<DefinedType, uint> _indices = [];
    private readonly List<IReadOnlyList<DefinedType>> _groups = [];
    private readonly HashSet<RecursionGroup> _entered = [];

    public TypeIndexer(IEnumerable<DefinedType> types)
    {
        foreach (DefinedType type in types)
        {
            IndexOf(type);
        }
    }

    /// <summary>The recursion groups in the order to write them.</summary>
    public IReadOnlyList<IReadOnlyList<DefinedType>> Groups => _groups;

    /// <summary>The indexed types in the order of their indices.</summary>
    public IEnumerable<DefinedType> All => _groups.SelectMany(group => group);

    public uint IndexOf(DefinedType type)
    {
        if (_indices.TryGetValue(type, out uint index))
        {
            return index;
        }

        IReadOnlyList<DefinedType> group = type.Group?.Types ?? [type];
        if (type.Group is not null && !_entered.Add(type.Group))
        {
            throw new InvalidOperationException("Two recursion groups refer to each other; they must be one group.");
        }

        // What the group names must stand before it.
        foreach (DefinedType member in group)
        {
            foreach (DefinedType named in NamedBy(member))
            {
                if (type.Group is null ? !ReferenceEquals(named, type) : named.Group != type.Group)
                {
                    IndexOf(named);
                }
            }
        }

        foreach (DefinedType member in group)
        {
            _indices.Add(member, (uint)_indices.Count);
        }

        _groups.Add(group);
        return _indices[type];
    }

    private static IEnumerable<DefinedType> NamedBy(DefinedType type)
    {
        if (type.Supertype is not null)
        {
            yield return type.Supertype;
        }

        IEnumerable<ValType> parts = type switch
        {
            FunctionType function => function.Parameters.Concat(function.Results),
            StructType structure => structure.Fields.Select(field => field.Storage.Unpacked),
            ArrayType array => [array.Element.Storage.Unpacked],
            _ => [],
        };
        foreach (ValType part in parts)
        {
            if (part.HeapType.Defined is { } defined)
            {
                yield return defined;
            }
        }
    }
}
