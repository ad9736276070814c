namespace Skiff.Compiler.Il;

/// <summary>The storage forms of ECMA-335 §I.12.1 on a 32-bit target; <c>bool</c> is <see cref="UInt8"/>, <c>char</c> <see cref="UInt16"/>.</summary>
internal enum ScalarKind
{
    Int8,
    UInt8,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Float32,
    Float64,

    /// <summary>A pointer, managed reference, function pointer, <c>nint</c> or <c>nuint</c>.</summary>
    Address,
}
