namespace Skiff.Wasm;

/// <summary>Types that may refer to each other in any order (specification: types, recursive types).</summary>
public sealed class RecursionGroup
{
    private readonly List<DefinedType> _types = [];

    /// <summary>The members, in order.</summary>
    public IReadOnlyList<DefinedType> Types => _types;

    /// <summary>Appends a member.</summary>
    /// <exception cref="InvalidOperationException">The type belongs to another group.</exception>
    public void Add(DefinedType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.Group is not null)
        {
            throw new InvalidOperationException("A type belongs to one recursion group only.");
        }

        type.Group = this;
        _types.Add(type);
    }
}
