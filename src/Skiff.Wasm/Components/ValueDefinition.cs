namespace Skiff.Wasm.Components;

/// <summary>A constant (specification: component binary format, value definitions).</summary>
public sealed class ValueDefinition(ComponentValType type, ReadOnlyMemory<byte> bytes) : Definition
{
    /// <summary>The type.</summary>
    public ComponentValType Type { get; set; } = type;

    /// <summary>The value in the binary format of its type.</summary>
    public ReadOnlyMemory<byte> Bytes { get; set; } = bytes;

    /// <inheritdoc/>
    public override Sort? Sort => Components.Sort.Value;

    internal override ComponentSectionId Section => ComponentSectionId.Value;

    internal override string Kind => "value";
}
