namespace Skiff.Wasm.Components;

/// <summary>
/// The type of a component value: a primitive type, or a definition that is a type (specification: component binary
/// format, <c>valtype</c>).
/// </summary>
public readonly record struct ComponentValType
{
    /// <summary>A primitive type.</summary>
    public ComponentValType(PrimitiveValType primitive) => Primitive = primitive;

    /// <summary>A definition that is a type, or stands for one.</summary>
    public ComponentValType(Definition type) => Type = type;

    /// <summary>The primitive type; <see cref="PrimitiveValType.None"/> when <see cref="Type"/> is set.</summary>
    public PrimitiveValType Primitive { get; }

    /// <summary>The definition that is the type, if it is not a primitive type.</summary>
    public Definition? Type { get; }

    /// <summary>A primitive type.</summary>
    public static implicit operator ComponentValType(PrimitiveValType primitive) => new(primitive);

    /// <summary>A definition that is a type, or stands for one.</summary>
    public static implicit operator ComponentValType(Definition type) => new(type);

    /// <summary>The type, for messages.</summary>
    public override string ToString() => Type?.ToString() ?? Primitive.Text();
}
