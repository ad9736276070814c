namespace Skiff.Wasm.Binary;

/// <summary>Collects types as they are used and gives them indices, equal types one index.</summary>
internal class TypeIndexer
{
    private readonly Dictionary<DefinedType, uint> _indices = [];
    private readonly List<IReadOnlyList<DefinedType>> _groups = [];
    private readonly HashSet<DefinedType> _entered = new(ReferenceEqualityComparer.Instance);

    public TypeIndexer(IEnumerable<DefinedType> types)
    {
        foreach (DefinedType type in types)
        {
            Add(type);
        }
    }

    /// <summary>The recursion groups in the order to write them.</summary>
    public IReadOnlyList<IReadOnlyList<DefinedType>> Groups => _groups;

    /// <summary>The indexed types in the order of their indices.</summary>
    public IEnumerable<DefinedType> All => _groups.SelectMany(group => group);

    public virtual uint IndexOf(DefinedType type) => Add(type);

    private uint Add(DefinedType type)
    {
        if (!_indices.TryGetValue(type, out uint index))
        {
            Collect(type);
            index = _indices[type];
        }

        return index;
    }

    /// <summary>
    /// Adds a type after all that it names. A stack of its own, not recursion: a file can chain a million types.
    /// </summary>
    private void Collect(DefinedType type)
    {
        Stack<DefinedType> pending = new([type]);
        while (pending.TryPeek(out DefinedType? next))
        {
            if (_indices.ContainsKey(next))
            {
                pending.Pop();
                continue;
            }

            IReadOnlyList<DefinedType> group = next.Group?.Types ?? [next];
            if (_entered.Add(group[0]))
            {
                foreach (DefinedType named in group.SelectMany(NamedBy))
                {
                    if (!AreTogether(named, next))
                    {
                        pending.Push(named);
                    }
                }

                continue;
            }

            if (group.SelectMany(NamedBy).Any(named => !_indices.ContainsKey(named) && !AreTogether(named, next)))
            {
                throw new InvalidOperationException("Types that refer to each other must be members of one recursion group.");
            }

            foreach (DefinedType member in group)
            {
                _indices.Add(member, (uint)_indices.Count);
            }

            _groups.Add(group);
            pending.Pop();
        }
    }

    private static bool AreTogether(DefinedType left, DefinedType right) =>
        ReferenceEquals(left, right) || (left.Group is not null && left.Group == right.Group);

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
