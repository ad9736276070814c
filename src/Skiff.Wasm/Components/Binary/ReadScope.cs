using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>The index spaces of a component or type that is being read, inside those of what it stands in.</summary>
internal sealed class ReadScope
{
    /// <summary>How deep components and types nest at most; reading them recurses.</summary>
    private const int MaximumDepth = 100;

    private readonly Dictionary<Sort, List<Definition>> _spaces = [];
    private readonly DefinitionList _definitions;
    private readonly int _depth;

    public ReadScope(ReadOnlyMemory<byte> file, DefinitionList definitions)
    {
        File = file;
        _definitions = definitions;
    }

    private ReadScope(ReadScope parent, DefinitionList definitions)
        : this(parent.File, definitions)
    {
        Parent = parent;
        _depth = parent._depth + 1;
    }

    public ReadOnlyMemory<byte> File { get; }

    public ReadScope? Parent { get; }

    /// <summary>Reads core types; the types of its module are the index space of core types.</summary>
    public ModuleDecoder CoreTypes { get; } = new(default);

    /// <summary>Whether the next definition starts a section.</summary>
    public bool StartsSection { get; set; }

    /// <summary>Opens a scope inside this one.</summary>
    public ReadScope Enter(ref ByteReader reader, DefinitionList definitions) => _depth < MaximumDepth
        ? new ReadScope(this, definitions)
        : throw reader.Error($"components and types are nested more than {MaximumDepth} deep");

    /// <summary>Appends a definition; it joins the index space of its sort.</summary>
    public void Add(Definition definition, int offset)
    {
        definition.Offset = offset;
        definition.StartsSection = StartsSection;
        StartsSection = false;
        _definitions.Add(definition);
        if (definition.Sort is { } sort)
        {
            Space(sort).Add(definition);
        }
    }

    /// <summary>Appends a core type that <see cref="CoreTypes"/> has read, or stands in for.</summary>
    public void AddCoreType(Definition definition, DefinedType type, int offset)
    {
        Add(definition, offset);
        if (Space(Sort.CoreType).Count > CoreTypes.Module.Types.Count)
        {
            CoreTypes.Module.Types.Add(type);
        }
    }

    /// <summary>Reads the index of a definition.</summary>
    public Definition Read(ref ByteReader reader, Sort sort)
    {
        int start = reader.Position;
        return At(ref reader, sort, reader.ReadU32(), start);
    }

    public Definition At(ref ByteReader reader, Sort sort, uint index, int start)
    {
        List<Definition> space = Space(sort);
        return index < (uint)space.Count
            ? space[(int)index]
            : throw reader.Error($"there is no {sort.Text()} {index}; there are {space.Count} so far", start);
    }

    public ReadScope Outer(ref ByteReader reader, uint count, int start)
    {
        ReadScope scope = this;
        for (uint i = 0; i < count; i++)
        {
            scope = scope.Parent ?? throw reader.Error($"an alias reaches {count} scopes outward; there are {i}", start);
        }

        return scope;
    }

    /// <summary>The definitions of a sort, in the order of their indices.</summary>
    public List<Definition> Space(Sort sort)
    {
        if (!_spaces.TryGetValue(sort, out List<Definition>? space))
        {
            _spaces.Add(sort, space = []);
        }

        return space;
    }
}
