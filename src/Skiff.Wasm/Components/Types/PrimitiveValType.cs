namespace Skiff.Wasm.Components;

/// <summary>The primitive value types, each with its code (specification: component binary format, <c>primvaltype</c>).</summary>
public enum PrimitiveValType : byte
{
    /// <summary>No primitive type: the value type is a defined type.</summary>
    None = 0,

    /// <summary>An error context.</summary>
    ErrorContext = 0x64,

    /// <summary>A string of Unicode scalar values.</summary>
    String = 0x73,

    /// <summary>A Unicode scalar value.</summary>
    Char = 0x74,

    /// <summary>64-bit floating point with one NaN.</summary>
    F64 = 0x75,

    /// <summary>32-bit floating point with one NaN.</summary>
    F32 = 0x76,

    /// <summary>An unsigned 64-bit integer.</summary>
    U64 = 0x77,

    /// <summary>A signed 64-bit integer.</summary>
    S64 = 0x78,

    /// <summary>An unsigned 32-bit integer.</summary>
    U32 = 0x79,

    /// <summary>A signed 32-bit integer.</summary>
    S32 = 0x7A,

    /// <summary>An unsigned 16-bit integer.</summary>
    U16 = 0x7B,

    /// <summary>A signed 16-bit integer.</summary>
    S16 = 0x7C,

    /// <summary>An unsigned 8-bit integer.</summary>
    U8 = 0x7D,

    /// <summary>A signed 8-bit integer.</summary>
    S8 = 0x7E,

    /// <summary>A Boolean.</summary>
    Bool = 0x7F,
}
