using System.Runtime.CompilerServices;

namespace Skiff.Wasm;

/// <summary>
/// What a reference points to: an abstract heap type, or a type defined in the module
/// (specification: types, heap types).
/// </summary>
/// <remarks>Equality is that of the defined type's object; validation compares structures.</remarks>
public readonly struct HeapType : IEquatable<HeapType>
{
    /// <summary>Makes an abstract heap type.</summary>
    public HeapType(AbstractHeapType abstractType) => Abstract = abstractType;

    /// <summary>Makes a heap type of a defined type.</summary>
    public HeapType(DefinedType definedType) => Defined = definedType;

    /// <summary>The abstract heap type; <see cref="AbstractHeapType.None"/> when <see cref="Defined"/> is set.</summary>
    public AbstractHeapType Abstract { get; }

    /// <summary>The defined type, if this is one.</summary>
    public DefinedType? Defined { get; }

    /// <summary>Makes an abstract heap type.</summary>
    public static implicit operator HeapType(AbstractHeapType abstractType) => new(abstractType);

    /// <summary>Makes a heap type of a defined type.</summary>
    public static implicit operator HeapType(DefinedType definedType) => new(definedType);

    /// <summary>Whether two heap types are the same.</summary>
    public static bool operator ==(HeapType left, HeapType right) => left.Equals(right);

    /// <summary>Whether two heap types differ.</summary>
    public static bool operator !=(HeapType left, HeapType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(HeapType other) =>
        Abstract == other.Abstract && ReferenceEquals(Defined, other.Defined);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is HeapType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Abstract, Defined is null ? 0 : RuntimeHelpers.GetHashCode(Defined));

    /// <summary>The text format's name of the type.</summary>
    public override string ToString() => Abstract switch
    {
        AbstractHeapType.None => Defined is null ? "?" : "$" + (Defined.Name ?? Defined.Kind),
        AbstractHeapType.Exception => "exn",
        AbstractHeapType.Array => "array",
        AbstractHeapType.Struct => "struct",
        AbstractHeapType.I31 => "i31",
        AbstractHeapType.Eq => "eq",
        AbstractHeapType.Any => "any",
        AbstractHeapType.Extern => "extern",
        AbstractHeapType.Func => "func",
        AbstractHeapType.Bottom => "none",
        AbstractHeapType.NoExtern => "noextern",
        AbstractHeapType.NoFunc => "nofunc",
        AbstractHeapType.NoException => "noexn",
        _ => "?",
    };
}
