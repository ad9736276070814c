namespace Skiff.Linker.Interop;

/// <summary>How a managed type crosses the border to native code.</summary>
internal enum NativeType
{
    /// <summary>Nothing: the result of a method that has none.</summary>
    Void,

    /// <summary>A signed byte.</summary>
    Int8,

    /// <summary>An unsigned byte.</summary>
    UInt8,

    /// <summary>A signed 16-bit integer.</summary>
    Int16,

    /// <summary>An unsigned 16-bit integer.</summary>
    UInt16,

    /// <summary>A 32-bit integer or an address.</summary>
    Int32,

    /// <summary>A 64-bit integer.</summary>
    Int64,

    /// <summary>A float of 32 bits.</summary>
    Float32,

    /// <summary>A float of 64 bits.</summary>
    Float64,
}
