namespace Skiff.Wasm.Components;

/// <summary>A handle that borrows a resource for the time of a call: <c>(borrow $r)</c>.</summary>
public sealed class BorrowType(Definition resource) : TypeDefinition
{
    /// <summary>The resource type.</summary>
    public Definition Resource { get; set; } = resource;

    internal override string Kind => "borrow";
}
