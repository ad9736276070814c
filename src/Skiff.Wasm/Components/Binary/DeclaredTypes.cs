using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>An index space of core types whose order is given, aliases included; the first of equal types counts.</summary>
internal sealed class DeclaredTypes() : TypeIndexer([])
{
    private readonly Dictionary<DefinedType, uint> _identical = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<DefinedType, uint> _equal = [];
    private uint _count;

    public void Declare(DefinedType type)
    {
        _identical.TryAdd(type, _count);
        _equal.TryAdd(type, _count);
        _count++;
    }

    /// <exception cref="InvalidOperationException">The type is not declared.</exception>
    public override uint IndexOf(DefinedType type) =>
        _identical.TryGetValue(type, out uint index) || _equal.TryGetValue(type, out index)
            ? index
            : throw new InvalidOperationException($"The core type {type} is used but not defined before.");
}
