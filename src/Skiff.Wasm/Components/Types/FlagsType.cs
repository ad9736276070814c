namespace Skiff.Wasm.Components;

/// <summary>A set of named flags: <c>(flags "a" "b")</c>.</summary>
public sealed class FlagsType(params IEnumerable<string> labels) : TypeDefinition
{
    /// <summary>The labels of the flags, 1 to 32.</summary>
    public List<string> Labels { get; } = [.. labels];

    internal override string Kind => "flags";
}
