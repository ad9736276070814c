namespace Skiff.Wasm.Components;

/// <summary>Elements that arrive over time: <c>(stream u8)</c>.</summary>
public sealed class StreamType(ComponentValType? element = null) : TypeDefinition
{
    /// <summary>The type of the elements, if they carry anything.</summary>
    public ComponentValType? Element { get; set; } = element;

    internal override string Kind => "stream";
}
