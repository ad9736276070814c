namespace Skiff.Wasm.Components;

/// <summary>
/// A resource type: equal to nothing but itself. Importing or exporting it under a further name makes a further identity
/// of the same <see cref="Root"/>.
/// </summary>
public sealed class ResourceIdentity : Signature
{
    private readonly ResourceIdentity? _root;

    internal ResourceIdentity(string? name, ResourceIdentity? root = null) => (Name, _root) = (name, root?.Root);

    /// <summary>A name that it is known under.</summary>
    public string? Name { get; }

    /// <summary>What is the same for all identities of one resource type.</summary>
    public ResourceIdentity Root => _root ?? this;

    internal override string Kind => "resource type";

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? "resource";
}
