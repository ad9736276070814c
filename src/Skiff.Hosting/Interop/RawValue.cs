using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary><c>wasmtime_val_raw_t</c>: one parameter or result of a function, its type known from the signature.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct RawValue
{
    [FieldOffset(0)]
    public int Int32;

    [FieldOffset(0)]
    public uint UInt32;

    [FieldOffset(0)]
    public long Int64;

    [FieldOffset(0)]
    public ulong UInt64;
}
