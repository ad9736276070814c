using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

/// <summary>A call from a program that is booted.</summary>
/// <param name="context">Its state.</param>
/// <param name="store">The store's context.</param>
/// <param name="caller">The instance that calls.</param>
internal readonly unsafe ref struct BootCall(WasiContext context, nint store, nint caller)
{
    public WasiContext Context { get; } = context;

    /// <summary>Its clocks and random numbers.</summary>
    public Determinism Determinism => Context.Determinism
        ?? throw new InvalidOperationException("A core module of a component is instantiated by itself only to boot it, which is deterministic.");

    /// <summary>Allocates bytes in the guest's memory by <c>cabi_realloc</c>, which may move that memory.</summary>
    public uint Allocate(uint size)
    {
        NativeExtern item;
        fixed (byte* name = "cabi_realloc"u8)
        {
            if (NativeMethods.wasmtime_caller_export_get(caller, name, 12, &item) == 0 || item.Kind != ExternKind.Function)
            {
                throw new InvalidModuleException("the module does not export 'cabi_realloc'");
            }
        }

        RawValue* values = stackalloc RawValue[4];
        values[0].UInt64 = 0;
        values[1].UInt64 = 0;
        values[2].UInt64 = 1;
        values[3].UInt64 = size;
        nint trap = 0;
        nint error = NativeMethods.wasmtime_func_call_unchecked(store, &item.Function, values, 4, &trap);
        return error == 0 && trap == 0 ? values[0].UInt32 : throw NativeError.TakeTrap(error, trap);
    }
}
