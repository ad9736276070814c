namespace Skiff.Wasm.Components;

/// <summary>A value that arrives later: <c>(future u8)</c>.</summary>
public sealed class FutureType(ComponentValType? value = null) : TypeDefinition
{
    /// <summary>The type of the value, if it carries anything.</summary>
    public ComponentValType? Value { get; set; } = value;

    internal override string Kind => "future";
}
