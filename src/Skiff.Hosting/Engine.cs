using System.Text;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting;

/// <summary>
/// The Wasmtime engine under one set of options: it compiles modules and runs them. One engine serves any number of
/// modules and guests, from any thread.
/// </summary>
public sealed class Engine : IDisposable
{
    // Callbacks of the host run on the guest's stack, below the last wasm function.
    private const long HostStack = 2 << 20;

    /// <summary>Creates an engine.</summary>
    /// <param name="options">How it compiles and runs code; null for the defaults.</param>
    /// <exception cref="EngineNotFoundException">The native library is not to be found.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="EngineOptions.MaxWasmStack"/> is not between 64 KiB and 1 GiB.</exception>
    /// <exception cref="ArgumentException"><see cref="EngineOptions.Target"/> is none of <see cref="CompilationTarget.Supported"/>.</exception>
    public Engine(EngineOptions? options = null)
    {
        Options = options ?? new EngineOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.MaxWasmStack, EngineOptions.LeastWasmStack, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Options.MaxWasmStack, EngineOptions.MostWasmStack, nameof(options));

        // The engine aborts the process for a target that is not its own.
        if (Options.Target is { } unknown && !CompilationTarget.Supported.Contains(unknown))
        {
            throw new ArgumentException($"The engine makes no code for '{unknown}' here.", nameof(options));
        }

        nint config = NativeMethods.wasm_config_new();
        NativeMethods.wasmtime_config_epoch_interruption_set(config, Options.Interruptible ? (byte)1 : (byte)0);
        NativeMethods.wasmtime_config_consume_fuel_set(config, Options.MeterFuel ? (byte)1 : (byte)0);
        NativeMethods.wasmtime_config_parallel_compilation_set(config, Options.ParallelCompilation ? (byte)1 : (byte)0);
        NativeMethods.wasmtime_config_cranelift_opt_level_set(config, level: 1); // WASMTIME_OPT_LEVEL_SPEED
        NativeMethods.wasmtime_config_memory_init_cow_set(config, enable: 1);
        NativeMethods.wasmtime_config_wasm_component_model_async_set(config, enable: 0);
        // Nothing here is concurrent, and with it the engine fails where a guest lends two resources to one call.
        NativeMethods.wasmtime_config_concurrency_support_set(config, enable: 0);
        NativeMethods.wasmtime_config_wasm_component_model_map_set(config, enable: 1);
        // The engine aborts the process when the wasm stack is larger than an asynchronous call's, used or not.
        NativeMethods.wasmtime_config_async_stack_size_set(config, checked((nuint)(Options.MaxWasmStack + HostStack)));
        NativeMethods.wasmtime_config_max_wasm_stack_set(config, checked((nuint)Options.MaxWasmStack));
        if (Options.Target is { } target)
        {
            SetTarget(config, target);
        }

        Handle = new EngineHandle(NativeMethods.wasm_engine_new_with_config(config));
    }

    /// <summary>How this engine compiles and runs code.</summary>
    public EngineOptions Options { get; }

    internal EngineHandle Handle { get; }

    /// <summary>Bytes of stack that a thread needs to run a guest.</summary>
    internal int ThreadStackSize => checked((int)(Options.MaxWasmStack + HostStack));

    /// <summary>Translates WebAssembly text to the binary format.</summary>
    /// <param name="text">The module as text (specification, chapter <i>Text Format</i>).</param>
    /// <exception cref="InvalidModuleException">The text has a syntax error; the message says where.</exception>
    public static unsafe byte[] TranslateText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* start = bytes)
        {
            ByteVector wasm;
            nint error = NativeMethods.wasmtime_wat2wasm(start, (nuint)bytes.Length, &wasm);
            if (error != 0)
            {
                throw new InvalidModuleException(NativeError.TakeMessage(error));
            }

            byte[] result = wasm.Span.ToArray();
            wasm.Delete();
            return result;
        }
    }

    private static unsafe void SetTarget(nint config, string target)
    {
        fixed (byte* start = Encoding.UTF8.GetBytes(target + '\0'))
        {
            NativeError.ThrowIfError(NativeMethods.wasmtime_config_target_set(config, start));
        }
    }

    /// <summary>Makes guests of an interruptible engine look whether they are to end.</summary>
    internal void IncrementEpoch() => NativeMethods.wasmtime_engine_increment_epoch(Handle);

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();
}
