using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary><c>wasmtime_memory_t</c>.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal struct NativeMemory
{
    [FieldOffset(0)]
    public ulong Store;

    [FieldOffset(8)]
    public uint Instance;

    [FieldOffset(16)]
    public uint Index;
}
