using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Skiff.Hosting.Interop;
using Skiff.Hosting.Wasi;

namespace Skiff.Hosting.Components;

/// <summary>
/// What instances of one component guest live in: what it is given, how much it may use. After a call that failed the engine
/// lets nothing more run in it.
/// </summary>
internal sealed unsafe class ComponentStore : IDisposable
{
    private readonly StoreHandle _store;
    private GCHandle _interruption;

    /// <summary>Makes the store of one guest.</summary>
    /// <param name="engine">The engine that compiled the component.</param>
    /// <param name="options">What it is given.</param>
    /// <param name="interruption">Ends it.</param>
    /// <exception cref="DirectoryNotFoundException">A directory that it is given does not exist.</exception>
    public ComponentStore(Engine engine, GuestOptions options, Interruption interruption)
    {
        nint config = NativeFiles.Configure(options.Directories);
        SetArguments(config, options.Arguments);
        SetEnvironment(config, options.Environment);
        Streams = new ComponentStreams(config, options);
        _interruption = GCHandle.Alloc(interruption);
        _store = new StoreHandle(NativeMethods.wasmtime_store_new(engine.Handle, 0, null));
        Context = NativeMethods.wasmtime_store_context(_store);
        NativeError.ThrowIfError(NativeMethods.wasmtime_context_set_wasi(Context, config));
        if (options.MemoryLimit is { } memoryLimit)
        {
            NativeMethods.wasmtime_store_limiter(_store, memoryLimit, -1, -1, -1, -1);
        }

        if (engine.Options.MeterFuel)
        {
            NativeError.ThrowIfError(NativeMethods.wasmtime_context_set_fuel(Context, options.Fuel ?? ulong.MaxValue));
        }

        if (engine.Options.Interruptible)
        {
            NativeMethods.wasmtime_store_epoch_deadline_callback(_store, &EpochReached, GCHandle.ToIntPtr(_interruption), null);
            NativeMethods.wasmtime_context_set_epoch_deadline(Context, 1);
            // An epoch that passed before the deadline was set ends nobody.
            if (interruption.IsRequested)
            {
                Dispose();
                throw interruption.ToException();
            }
        }
    }

    /// <summary>The <c>wasmtime_context_t</c>.</summary>
    public nint Context { get; }

    /// <summary>The guest's standard streams.</summary>
    public ComponentStreams Streams { get; }

    public void Dispose()
    {
        if (_store.IsClosed)
        {
            return;
        }

        // The store calls back as long as it lives.
        _store.Dispose();
        _interruption.Free();
        Streams.Dispose();
    }

    private static void SetArguments(nint config, IReadOnlyList<string> arguments)
    {
        using var texts = new NativeTexts(arguments, "argument");
        Require(NativeMethods.wasi_config_set_argv(config, (nuint)arguments.Count, texts.Pointers));
    }

    private static void SetEnvironment(nint config, IReadOnlyList<KeyValuePair<string, string>> environment)
    {
        using var names = new NativeTexts([.. environment.Select(variable => variable.Key)], "environment variable");
        using var values = new NativeTexts([.. environment.Select(variable => variable.Value)], "environment variable");
        Require(NativeMethods.wasi_config_set_env(config, (nuint)environment.Count, names.Pointers, values.Pointers));
    }

    private static void Require(byte succeeded)
    {
        if (succeeded == 0)
        {
            throw new EngineException("the engine takes an argument or environment variable for no UTF-8");
        }
    }

    /// <summary>An epoch passed: some guest of the engine is to end. This one goes on unless it is meant.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint EpochReached(nint context, nint data, ulong* delta, byte* kind)
    {
        if (((Interruption)GCHandle.FromIntPtr(data).Target!).IsRequested)
        {
            fixed (byte* message = "the guest is interrupted\0"u8)
            {
                return NativeMethods.wasmtime_error_new(message);
            }
        }

        *delta = 1;
        *kind = 0; // WASMTIME_UPDATE_DEADLINE_CONTINUE
        return 0;
    }
}
