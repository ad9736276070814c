namespace Skiff.Wasm;

/// <summary>A structure type of the garbage-collected heap (specification: types, structure types).</summary>
public sealed class StructType : DefinedType
{
    /// <summary>The fields, in order.</summary>
    public List<FieldType> Fields { get; } = [];

    internal override string Kind => "struct";

    /// <summary>The type in the form <c>(struct (field i32))</c>.</summary>
    public override string ToString() => $"(struct {string.Join(' ', Fields.Select(field => $"(field {field})"))})";
}
