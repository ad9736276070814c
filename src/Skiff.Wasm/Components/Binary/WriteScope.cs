using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>The index spaces of a component or type that is being written, inside those of what it stands in.</summary>
internal sealed class WriteScope
{
    private readonly WriteScope? _parent;
    private readonly Dictionary<Definition, uint> _indices = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Sort, uint> _counts = [];
    private readonly DeclaredTypes _coreTypes = new();

    public WriteScope(WriteScope? parent)
    {
        _parent = parent;
        CoreTypes = new ModuleEncoder(new Module(), _coreTypes);
    }

    /// <summary>Writes core types with the indices they have in this scope.</summary>
    public ModuleEncoder CoreTypes { get; }

    /// <summary>Gives a definition its index; from now on others can name it.</summary>
    public void Declare(Definition definition)
    {
        if (definition.Sort is not { } sort)
        {
            return;
        }

        uint index = _counts.GetValueOrDefault(sort);
        if (!_indices.TryAdd(definition, index))
        {
            throw new InvalidOperationException($"The {definition} stands twice among the definitions.");
        }

        _counts[sort] = index + 1;
        if (sort == Sort.CoreType)
        {
            _coreTypes.Declare(ModuleTypeAlias.TypeOf(definition)
                ?? throw new InvalidOperationException($"The {definition} is no core type."));
        }
    }

    public bool IsDeclared(Definition definition) => _indices.ContainsKey(definition);

    /// <summary>The index of a definition that <paramref name="user"/> names.</summary>
    /// <exception cref="InvalidOperationException">It is of another sort, or does not stand before its user.</exception>
    public uint IndexOf(Definition definition, Sort sort, object user)
    {
        if (definition.Sort != sort)
        {
            throw new InvalidOperationException($"The {user} names the {definition} where a {sort.Text()} is expected.");
        }

        return _indices.TryGetValue(definition, out uint index)
            ? index
            : throw new InvalidOperationException($"The {user} names the {definition}, which does not stand before it.");
    }

    /// <summary>How many scopes outward a definition is, and its index there.</summary>
    /// <exception cref="InvalidOperationException">No scope has it.</exception>
    public (uint Count, uint Index) Locate(Definition definition, object user)
    {
        uint count = 0;
        for (WriteScope? scope = this; scope is not null; scope = scope._parent, count++)
        {
            if (scope._indices.TryGetValue(definition, out uint index))
            {
                return (count, index);
            }
        }

        throw new InvalidOperationException($"The {user} names the {definition}, which does not stand before it in any enclosing scope.");
    }
}
