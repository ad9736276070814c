using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>How a program ends.</summary>
internal static unsafe class Process
{
    /// <summary>The exit code of a program that could not be started.</summary>
    internal const int CannotStart = 2;

    /// <summary>The exit code of a runtime that gave up. Hosts reserve codes from 126, so it is not 134 as elsewhere.</summary>
    private const int Aborted = 1;

    /// <summary><c>exit</c>: flushes C's streams and ends the program; the host sees the low byte, as on any Unix.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.exit")]
    internal static void Exit(int code) => End(code);

    /// <summary><c>emscripten_force_exit</c>: the same.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.emscripten_force_exit")]
    internal static void ForceExit(int code) => End(code);

    /// <summary><c>abort</c>: the runtime has said why on standard error.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.abort")]
    internal static void Abort() => End(Aborted);

    /// <summary><c>mono_wasm_process_current_pid</c>: a WASI program has no number; it is its own first process.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_process_current_pid")]
    internal static int Id() => 1;

    /// <summary>Ends the program with a sentence on standard error: what went wrong and a number.</summary>
    internal static void Die(ReadOnlySpan<byte> message, uint number)
    {
        StandardError.Write("skiff: "u8);
        StandardError.Write(message);
        StandardError.Write(number);
        StandardError.Write(".\n"u8);
        End(Aborted);
    }

    /// <summary>Memory that the program cannot start without.</summary>
    internal static void* Allocate(uint size)
    {
        void* memory = Runtime.Allocate(size);
        if (memory == null)
        {
            OutOfMemory();
        }

        return memory;
    }

    /// <summary>Ends a program that cannot even start in the memory it is allowed.</summary>
    internal static void OutOfMemory()
    {
        StandardError.Write("skiff: out of memory before the program started; allow it more.\n"u8);
        End(CannotStart);
    }

    /// <summary>Traps, naming the import that has no meaning here.</summary>
    internal static void Missing(ReadOnlySpan<byte> import)
    {
        StandardError.Write("skiff: the runtime called "u8);
        StandardError.Write(import);
        StandardError.Write(", which needs a JavaScript host; use an API that works without one.\n"u8);
        Wasm.Unreachable();
    }

    /// <summary>Flushes C's streams and ends the program.</summary>
    internal static void End(int code)
    {
        _ = Runtime.Flush(null);
        Wasi.ProcExit(code & 0xFF);
        Wasm.Unreachable();
    }
}
