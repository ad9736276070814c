namespace Skiff.Wasm.Components;

/// <summary>Fields without names: <c>(tuple u8 string)</c>.</summary>
public sealed class TupleType(params IEnumerable<ComponentValType> fields) : TypeDefinition
{
    /// <summary>The types of the fields, at least one.</summary>
    public List<ComponentValType> Fields { get; } = [.. fields];

    internal override string Kind => "tuple";
}
