namespace Skiff.Wasm.Components;

/// <summary>
/// The type of an import or export (specification: component binary format, <c>externtype</c>).
/// </summary>
public sealed record ExternType
{
    private ExternType(Sort sort, Definition? type) => (Sort, Type) = (sort, type);

    /// <summary>What is imported or exported.</summary>
    public Sort Sort { get; }

    /// <summary>
    /// The type of the function, instance, component or core module; the type that a type equals; null for a fresh
    /// resource type and for values.
    /// </summary>
    public Definition? Type { get; }

    /// <summary>The type of a value that is not bound to equal another.</summary>
    public ComponentValType? ValueType { get; private init; }

    /// <summary>The value that a value equals.</summary>
    public Definition? EqualValue { get; private init; }

    /// <summary>Whether it is a fresh resource type: <c>(type (sub resource))</c>.</summary>
    public bool IsSubResource => Sort == Sort.Type && Type is null;

    /// <summary>A fresh resource type: <c>(type (sub resource))</c>.</summary>
    public static ExternType SubResource { get; } = new(Sort.Type, null);

    /// <summary>A core module of a type.</summary>
    public static ExternType CoreModule(Definition type) => new(Sort.CoreModule, type);

    /// <summary>A function of a type.</summary>
    public static ExternType Function(Definition type) => new(Sort.Function, type);

    /// <summary>A value of a type.</summary>
    public static ExternType Value(ComponentValType type) => new(Sort.Value, null) { ValueType = type };

    /// <summary>A value that equals another.</summary>
    public static ExternType ValueEqualTo(Definition value) => new(Sort.Value, null) { EqualValue = value };

    /// <summary>A type that equals another: <c>(type (eq i))</c>.</summary>
    public static ExternType TypeEqualTo(Definition type) => new(Sort.Type, type);

    /// <summary>A component of a type.</summary>
    public static ExternType Component(Definition type) => new(Sort.Component, type);

    /// <summary>An instance of a type.</summary>
    public static ExternType Instance(Definition type) => new(Sort.Instance, type);

    /// <summary>The text format's word for the sort.</summary>
    public override string ToString() => IsSubResource ? "type (sub resource)" : Sort.Text();
}
