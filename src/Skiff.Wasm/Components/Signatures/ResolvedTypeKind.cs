namespace Skiff.Wasm.Components;

/// <summary>The kinds of value types (specification: component binary format, <c>defvaltype</c>).</summary>
public enum ResolvedTypeKind
{
    /// <summary>A primitive type.</summary>
    Primitive,

    /// <summary>Named fields.</summary>
    Record,

    /// <summary>One of several cases.</summary>
    Variant,

    /// <summary>Any number of elements.</summary>
    List,

    /// <summary>A fixed number of elements.</summary>
    FixedLengthList,

    /// <summary>Values by key.</summary>
    Map,

    /// <summary>Fields without names.</summary>
    Tuple,

    /// <summary>A set of flags.</summary>
    Flags,

    /// <summary>One of several names.</summary>
    Enum,

    /// <summary>A value or none.</summary>
    Option,

    /// <summary>Success or failure.</summary>
    Result,

    /// <summary>An owning handle.</summary>
    Own,

    /// <summary>A borrowed handle.</summary>
    Borrow,

    /// <summary>Elements over time.</summary>
    Stream,

    /// <summary>A value later.</summary>
    Future,
}
