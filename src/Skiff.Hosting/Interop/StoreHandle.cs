using Microsoft.Win32.SafeHandles;

namespace Skiff.Hosting.Interop;

/// <summary>Owns a <c>wasmtime_store_t</c>.</summary>
internal sealed class StoreHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public StoreHandle(nint handle)
        : base(ownsHandle: true) => SetHandle(handle);

    protected override bool ReleaseHandle()
    {
        NativeMethods.wasmtime_store_delete(handle);
        return true;
    }
}
