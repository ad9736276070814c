namespace Skiff.Wasm.Components;

/// <summary>Any number of elements: <c>(list u8)</c>.</summary>
public sealed class ListType(ComponentValType element) : TypeDefinition
{
    /// <summary>The type of the elements.</summary>
    public ComponentValType Element { get; set; } = element;

    internal override string Kind => "list";
}
