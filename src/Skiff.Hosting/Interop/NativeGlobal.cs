using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary><c>wasmtime_global_t</c>.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal struct NativeGlobal
{
    [FieldOffset(0)]
    public ulong Store;
}
