using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary><c>wasmtime_component_valrecord_entry_t</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeComponentField
{
    public ByteVector Name;
    public NativeComponentValue Value;
}
