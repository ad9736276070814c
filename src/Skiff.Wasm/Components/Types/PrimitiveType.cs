namespace Skiff.Wasm.Components;

/// <summary>A primitive type as a definition.</summary>
public sealed class PrimitiveType(PrimitiveValType primitive) : TypeDefinition
{
    /// <summary>The primitive type.</summary>
    public PrimitiveValType Primitive { get; set; } = primitive;

    internal override string Kind => Primitive.Text();
}
