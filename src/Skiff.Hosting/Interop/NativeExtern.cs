using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary><c>wasmtime_extern_t</c>, of the kinds that this host looks up: functions, globals and memories.</summary>
[StructLayout(LayoutKind.Explicit, Size = 40)]
internal struct NativeExtern
{
    [FieldOffset(0)]
    public ExternKind Kind;

    [FieldOffset(8)]
    public NativeFunction Function;

    [FieldOffset(8)]
    public NativeMemory Memory;

    [FieldOffset(8)]
    public NativeGlobal Global;
}
