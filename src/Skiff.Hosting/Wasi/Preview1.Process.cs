using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

internal static unsafe partial class Preview1
{
    /// <summary><c>proc_exit(code)</c>: ends the guest; it does not return.</summary>
    private static Errno ProcExit(WasiContext context, RawValue* values)
    {
        context.Exit(values[0].UInt32);
        return Errno.Success;
    }

    /// <summary><c>sched_yield()</c>.</summary>
    private static Errno SchedYield(WasiContext context, RawValue* values)
    {
        Thread.Yield();
        return Errno.Success;
    }
}
