using Microsoft.Win32.SafeHandles;

namespace Skiff.Hosting.Interop;

/// <summary>Owns a <c>wasmtime_component_linker_t</c>.</summary>
internal sealed class ComponentLinkerHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public ComponentLinkerHandle(nint handle)
        : base(ownsHandle: true) => SetHandle(handle);

    protected override bool ReleaseHandle()
    {
        NativeMethods.wasmtime_component_linker_delete(handle);
        return true;
    }
}
