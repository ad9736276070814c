namespace Skiff.Wasm.Components;

/// <summary>An instance, or the type of one.</summary>
public sealed class InstanceSignature : Signature
{
    private readonly Dictionary<string, Signature> _byName = [];

    internal InstanceSignature(IReadOnlyList<NamedSignature> exports, IReadOnlyList<ResourceIdentity> bound)
    {
        Exports = exports;
        Bound = bound;
        foreach (NamedSignature export in exports)
        {
            Size += SignatureSize.Of(export.Signature);
            _byName.TryAdd(export.Name.Name, export.Signature);
        }
    }

    /// <summary>The exports, in order.</summary>
    public IReadOnlyList<NamedSignature> Exports { get; }

    /// <summary>The resource types that are fresh in each instance of the type; none in an instance itself.</summary>
    internal IReadOnlyList<ResourceIdentity> Bound { get; }

    /// <summary>Of how many types the exports consist.</summary>
    internal long Size { get; }

    internal override string Kind => "instance";

    /// <summary>The export of a name, or null.</summary>
    public Signature? Find(string name) => _byName.GetValueOrDefault(name);
}
