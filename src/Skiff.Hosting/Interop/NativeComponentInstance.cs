using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary><c>wasmtime_component_instance_t</c>: a place in its store.</summary>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct NativeComponentInstance
{
    public ulong Store;
    public ulong Index;
}
