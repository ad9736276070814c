namespace Skiff.Wasm.Components;

/// <summary>A fixed number of elements: <c>(list u8 16)</c>.</summary>
public sealed class FixedLengthListType(ComponentValType element, uint length) : TypeDefinition
{
    /// <summary>The type of the elements.</summary>
    public ComponentValType Element { get; set; } = element;

    /// <summary>The number of elements, at least one.</summary>
    public uint Length { get; set; } = length;

    internal override string Kind => "fixed-length list";
}
