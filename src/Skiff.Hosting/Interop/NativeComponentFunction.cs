using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary><c>wasmtime_component_func_t</c>: a place in its store.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal struct NativeComponentFunction
{
    public ulong Store;
    public ulong First;
    public ulong Second;
    public ulong Third;
}
