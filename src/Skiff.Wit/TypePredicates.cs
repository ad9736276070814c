namespace Skiff.Wit;

/// <summary>What values of a type can hold (CanonicalABI.md, "Type Predicates").</summary>
public static class TypePredicates
{
    /// <summary>Whether values can hold borrowed handles.</summary>
    public static bool ContainsBorrow(this WitType type) => type.Contains(part => part is BorrowType);

    /// <summary>Whether values can hold streams or futures.</summary>
    public static bool ContainsAsyncValue(this WitType type) => type.Contains(part => part is StreamType or FutureType);

    /// <summary>Whether values can hold handles of resources.</summary>
    public static bool ContainsHandle(this WitType type) => type.Contains(part => part is HandleType);

    /// <summary>
    /// Whether values can hold pointers to memory of their own: strings, lists of any length and maps. What is in the
    /// elements of streams and futures does not count, since the values hold handles of those.
    /// </summary>
    public static bool ContainsPointer(this WitType type) =>
        type.Contains(
            part => ReferenceEquals(part, PrimitiveType.String) || part is MapType or ListType { Length: null },
            part => part is not (StreamType or FutureType));

    /// <summary>Whether a type, or one it is made of, fulfils a condition.</summary>
    /// <param name="type">The type.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="descends">Whether to look into the parts of a type; by default of every type.</param>
    public static bool Contains(this WitType type, Func<WitType, bool> condition, Func<WitType, bool>? descends = null) =>
        Contains(type, condition, descends, []);

    private static bool Contains(
        WitType type, Func<WitType, bool> condition, Func<WitType, bool>? descends, HashSet<TypeDefinition> seen)
    {
        if (type is TypeDefinition definition && !seen.Add(definition))
        {
            return false;
        }

        if (condition(type))
        {
            return true;
        }

        return type is not HandleType
            && (descends is null || descends(type))
            && type.Parts.Any(part => Contains(part, condition, descends, seen));
    }
}
