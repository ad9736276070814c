using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary><c>wasmtime_component_valmap_entry_t</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeComponentPair
{
    public NativeComponentValue Key;
    public NativeComponentValue Value;
}
