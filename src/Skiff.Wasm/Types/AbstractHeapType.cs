namespace Skiff.Wasm;

/// <summary>
/// The abstract heap types, each with its binary code (specification: binary format, heap types).
/// </summary>
public enum AbstractHeapType : byte
{
    /// <summary>Not an abstract heap type: the heap type names a defined type.</summary>
    None = 0,

    /// <summary>Exceptions: <c>exn</c>.</summary>
    Exception = 0x69,

    /// <summary>Arrays of any element type: <c>array</c>.</summary>
    Array = 0x6A,

    /// <summary>Structures of any fields: <c>struct</c>.</summary>
    Struct = 0x6B,

    /// <summary>Unboxed 31-bit integers: <c>i31</c>.</summary>
    I31 = 0x6C,

    /// <summary>What <c>ref.eq</c> compares: <c>eq</c>.</summary>
    Eq = 0x6D,

    /// <summary>Every internal value: <c>any</c>.</summary>
    Any = 0x6E,

    /// <summary>Values of the host: <c>extern</c>.</summary>
    Extern = 0x6F,

    /// <summary>Functions of any type: <c>func</c>.</summary>
    Func = 0x70,

    /// <summary>The bottom of the internal hierarchy: <c>none</c>.</summary>
    Bottom = 0x71,

    /// <summary>The bottom of the host's hierarchy: <c>noextern</c>.</summary>
    NoExtern = 0x72,

    /// <summary>The bottom of the function hierarchy: <c>nofunc</c>.</summary>
    NoFunc = 0x73,

    /// <summary>The bottom of the exception hierarchy: <c>noexn</c>.</summary>
    NoException = 0x74,
}
