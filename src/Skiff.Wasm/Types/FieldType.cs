namespace Skiff.Wasm;

/// <summary>A field of a structure or the elements of an array (specification: types, field types).</summary>
/// <param name="Storage">How the value is stored.</param>
/// <param name="IsMutable">Whether the field can be assigned after construction.</param>
/// <param name="Name">The name from the name section.</param>
public readonly record struct FieldType(StorageType Storage, bool IsMutable, string? Name = null)
{
    /// <summary>The field in the text format.</summary>
    public override string ToString() => IsMutable ? $"(mut {Storage})" : Storage.ToString();
}
