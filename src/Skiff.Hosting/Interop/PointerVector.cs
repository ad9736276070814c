using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary>A <c>wasm_*_vec_t</c> of pointers: import types, export types, value types, frames.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PointerVector
{
    public nuint Size;
    public nint* Data;

    public readonly ReadOnlySpan<nint> Span => new(Data, checked((int)Size));
}
