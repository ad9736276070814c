using Microsoft.Win32.SafeHandles;

namespace Skiff.Hosting.Interop;

/// <summary>Owns a <c>wasmtime_component_t</c>.</summary>
internal sealed class CompiledComponentHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public CompiledComponentHandle(nint handle)
        : base(ownsHandle: true) => SetHandle(handle);

    protected override bool ReleaseHandle()
    {
        NativeMethods.wasmtime_component_delete(handle);
        return true;
    }
}
