namespace Skiff.Wasm;

/// <summary>An array type of the garbage-collected heap (specification: types, array types).</summary>
public sealed class ArrayType : DefinedType
{
    /// <summary>The type and mutability of the elements.</summary>
    public FieldType Element { get; set; }

    internal override string Kind => "array";

    /// <summary>The type in the form <c>(array (mut i8))</c>.</summary>
    public override string ToString() => $"(array {Element})";
}
