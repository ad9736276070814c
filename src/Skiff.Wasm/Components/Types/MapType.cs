namespace Skiff.Wasm.Components;

/// <summary>Values by key: <c>(map string u32)</c>.</summary>
public sealed class MapType(ComponentValType key, ComponentValType value) : TypeDefinition
{
    /// <summary>The type of the keys: an integer, a Boolean, a character or a string.</summary>
    public ComponentValType Key { get; set; } = key;

    /// <summary>The type of the values.</summary>
    public ComponentValType Value { get; set; } = value;

    internal override string Kind => "map";
}
