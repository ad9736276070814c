namespace Skiff.Wasm.Components;

/// <summary>Named fields: <c>(record (field "x" u32))</c>.</summary>
public sealed class RecordType(params IEnumerable<LabeledType> fields) : TypeDefinition
{
    /// <summary>The fields, at least one.</summary>
    public List<LabeledType> Fields { get; } = [.. fields];

    internal override string Kind => "record";
}
