namespace Skiff.Wasm.Components;

/// <summary>A resource type that the component implements (specification: component binary format, <c>resourcetype</c>).</summary>
public sealed class ResourceType(ValType representation, Definition? destructor = null) : TypeDefinition
{
    /// <summary>What represents a resource in core code; <c>i32</c>.</summary>
    public ValType Representation { get; set; } = representation;

    /// <summary>The core function called with the representation when the last handle is dropped.</summary>
    public Definition? Destructor { get; set; } = destructor;

    internal override string Kind => "resource";
}
