namespace Skiff.Wasm.Components;

/// <summary>A value or none: <c>(option u8)</c>.</summary>
public sealed class OptionType(ComponentValType value) : TypeDefinition
{
    /// <summary>The type of the value.</summary>
    public ComponentValType Value { get; set; } = value;

    internal override string Kind => "option";
}
