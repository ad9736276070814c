using Microsoft.Win32.SafeHandles;

namespace Skiff.Hosting.Interop;

/// <summary>Owns a <c>wasmtime_instance_pre_t</c>.</summary>
internal sealed class InstancePreHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    public InstancePreHandle(nint handle)
        : base(ownsHandle: true) => SetHandle(handle);

    protected override bool ReleaseHandle()
    {
        NativeMethods.wasmtime_instance_pre_delete(handle);
        return true;
    }
}
