using Microsoft.Win32.SafeHandles;

namespace Skiff.Hosting.Interop;

/// <summary>Owns a <c>wasmtime_module_t</c>.</summary>
internal sealed class CompiledModuleHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public CompiledModuleHandle(nint handle)
        : base(ownsHandle: true) => SetHandle(handle);

    protected override bool ReleaseHandle()
    {
        NativeMethods.wasmtime_module_delete(handle);
        return true;
    }
}
