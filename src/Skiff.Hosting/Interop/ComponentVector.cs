using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary>A <c>wasmtime_component_val*_t</c> vector; what its elements are, the kind of the value tells.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ComponentVector
{
    public nuint Size;
    public void* Data;
}
