namespace Skiff.Wasm.Components;

/// <summary>A handle that owns a resource: <c>(own $r)</c>.</summary>
public sealed class OwnType(Definition resource) : TypeDefinition
{
    /// <summary>The resource type.</summary>
    public Definition Resource { get; set; } = resource;

    internal override string Kind => "own";
}
