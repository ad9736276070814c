namespace Skiff.Wasm.Components;

/// <summary>One of several names: <c>(enum "a" "b")</c>.</summary>
public sealed class EnumType(params IEnumerable<string> labels) : TypeDefinition
{
    /// <summary>The labels of the cases, at least one.</summary>
    public List<string> Labels { get; } = [.. labels];

    internal override string Kind => "enum";
}
