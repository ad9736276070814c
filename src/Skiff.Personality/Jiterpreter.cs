using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// The interpreter's hooks for compiling hot traces in JavaScript. There is no such compiler, so each answers what keeps
/// the interpreter interpreting.
/// </summary>
internal static unsafe class Jiterpreter
{
    /// <summary>The trace was not compiled and never will be: the interpreter takes the instruction out.</summary>
    private const int NotCompiled = 1;

    [UnmanagedCallersOnly(EntryPoint = "env.mono_interp_tier_prepare_jiterpreter")]
    internal static int PrepareTrace(void* frame, void* method, void* ip, int index, void* start, uint size, int verbose, int preset) => NotCompiled;

    [UnmanagedCallersOnly(EntryPoint = "env.mono_interp_record_interp_entry")]
    internal static void RecordEntry(void* method)
    {
    }

    [UnmanagedCallersOnly(EntryPoint = "env.mono_interp_jit_wasm_entry_trampoline")]
    internal static void* CompileEntry(void* method, void* target, int count, void* types, int unbox, int hasThis, int hasReturn, void* name) => null;

    [UnmanagedCallersOnly(EntryPoint = "env.mono_interp_jit_wasm_jit_call_trampoline")]
    internal static void CompileCall(void* method, void* returnType, void* call, void* types, void* target)
    {
    }

    /// <summary><c>mono_interp_invoke_wasm_jit_call_trampoline</c>: only code compiled ahead of time gets here.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.mono_interp_invoke_wasm_jit_call_trampoline")]
    internal static void InvokeCall(void* thunk, void* frame, void* stack, void* result, void* thrown) =>
        Process.Missing("mono_interp_invoke_wasm_jit_call_trampoline"u8);

    [UnmanagedCallersOnly(EntryPoint = "env.mono_interp_flush_jitcall_queue")]
    internal static void FlushQueue()
    {
    }

    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_free_method_data")]
    internal static void FreeMethodData(void* method, void* imethod, int traces)
    {
    }
}
