namespace Skiff.Wasm.Binary;

/// <summary>The indices of items of one kind: imported ones first (specification: modules, indices).</summary>
internal sealed class IndexSpace<T>
    where T : class
{
    private readonly Dictionary<T, uint> _indices;
    private readonly string _what;

    public IndexSpace(string what, IReadOnlyCollection<T> items, Func<T, bool> isImported)
    {
        _what = what;
        _indices = new Dictionary<T, uint>(items.Count, ReferenceEqualityComparer.Instance);
        Imported = [.. items.Where(isImported)];
        Defined = [.. items.Where(item => !isImported(item))];
        foreach (T item in Imported.Concat(Defined))
        {
            if (!_indices.TryAdd(item, (uint)_indices.Count))
            {
                throw new InvalidOperationException($"The module lists the {item} twice.");
            }
        }
    }

    public IReadOnlyList<T> Imported { get; }

    public IReadOnlyList<T> Defined { get; }

    /// <summary>All items in the order of their indices.</summary>
    public IEnumerable<T> All => Imported.Concat(Defined);

    /// <summary>The index of an item that <paramref name="user"/> names.</summary>
    public uint IndexOf(T item, object user) =>
        _indices.TryGetValue(item, out uint index)
            ? index
            : throw new InvalidOperationException($"The {user} names the {item}, which is not in the module's list of {_what}.");
}
