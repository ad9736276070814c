using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>What the runtime tells a debugger in the browser. None is attached.</summary>
internal static unsafe class Debugger
{
    /// <summary><c>mono_wasm_debugger_log</c>: Debugger.Log, which goes nowhere without a debugger.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_debugger_log")]
    internal static void Log(int level, void* message)
    {
    }

    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_asm_loaded")]
    internal static void AssemblyLoaded(void* name, void* assembly, uint assemblySize, void* symbols, uint symbolsSize)
    {
    }

    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_set_entrypoint_breakpoint")]
    internal static void SetEntryPointBreakpoint(int token)
    {
    }

    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_add_dbg_command_received")]
    internal static void CommandReceived(int succeeded, int id, void* buffer, int size)
    {
    }

    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_fire_debugger_agent_message_with_data")]
    internal static void AgentMessage(void* data, int size)
    {
    }
}
