using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary><c>wasmtime_val_t</c>, of the kinds that are numbers.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct NativeValue
{
    [FieldOffset(0)]
    public ValueKind Kind;

    /// <summary>The bits, of which a kind of 32 bits uses the lower half.</summary>
    [FieldOffset(8)]
    public ulong Bits;

    /// <summary>Kinds of values, <c>wasmtime_valkind_t</c>.</summary>
    public enum ValueKind : byte
    {
        Int32 = 0,
        Int64 = 1,
        Float32 = 2,
        Float64 = 3,
    }
}
