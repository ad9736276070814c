using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Skiff.Hosting.Interop;
using Skiff.Hosting.Wasi;
using Skiff.Hosting.Wasi.Linux;

namespace Skiff.Hosting;

/// <summary>
/// A WASI preview1 <em>command</em>: a module that imports nothing but <c>wasi_snapshot_preview1</c> and exports
/// <c>_start</c>. Each run is a guest of its own, with a fresh memory; runs may go on at the same time.
/// </summary>
public sealed unsafe class WasiCommand : IDisposable
{
    private readonly CompiledModule _module;
    private readonly CompiledModule? _passage;
    private readonly InstancePreHandle _instancePre;

    /// <summary>Prepares a module to be run.</summary>
    /// <param name="module">The module, which must outlive the command.</param>
    /// <exception cref="InvalidModuleException">It is no command; the message says what is missing or too much.</exception>
    public WasiCommand(CompiledModule module)
        : this(module, LinuxCalls.CanResolveBeneath)
    {
    }

    /// <summary>Prepares a module to be run, with this host's own files or the engine's.</summary>
    internal WasiCommand(CompiledModule module, bool ownFiles)
    {
        ArgumentNullException.ThrowIfNull(module);
        _module = module;
        Require(module.Imports, module.Exports);

        using var linker = new LinkerHandle(NativeMethods.wasmtime_linker_new(module.Engine.Handle));
        if (!ownFiles)
        {
            _passage = NativeFiles.DefineBeneath(linker, module.Engine);
        }

        Preview1.Define(linker, ownFiles);

        nint instancePre;
        nint error = NativeMethods.wasmtime_linker_instantiate_pre(linker, module.Handle, &instancePre);
        if (error != 0)
        {
            throw new InvalidModuleException($"the module cannot be linked to {Preview1.ModuleName}: {NativeError.TakeLine(error)}");
        }

        _instancePre = new InstancePreHandle(instancePre);
    }

    /// <summary>Makes sure that a module is a command, without compiling it.</summary>
    /// <param name="wasm">The module in the binary format.</param>
    /// <exception cref="InvalidModuleException">It is malformed or no command; the message says why.</exception>
    public static void Require(ReadOnlyMemory<byte> wasm)
    {
        (IReadOnlyList<ModuleImport> imports, IReadOnlyList<ModuleExport> exports) = ModuleFormat.ReadInterface(wasm);
        Require(imports, exports);
    }

    /// <summary>Runs a guest to its end, on a thread of its own.</summary>
    /// <param name="options">What it is given.</param>
    /// <param name="cancellation">Ends it. Needs an engine that is <see cref="EngineOptions.Interruptible"/>.</param>
    /// <returns>Its exit code: what it passed to <c>proc_exit</c>, else 0.</returns>
    /// <exception cref="TrapException">It trapped.</exception>
    /// <exception cref="TimeLimitException">Its time was over.</exception>
    /// <exception cref="MemoryLimitException">Its memory does not suffice.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="DirectoryNotFoundException">A directory that it is given does not exist.</exception>
    /// <exception cref="InvalidOperationException">The engine was not made for the options.</exception>
    public int Run(GuestOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Fuel is not null && !_module.Engine.Options.MeterFuel)
        {
            throw new InvalidOperationException("Fuel needs an engine made with EngineOptions.MeterFuel.");
        }

        return GuestThread.Run(_module.Engine, () => RunHere(options, cancellation));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _instancePre.Dispose();
        _passage?.Dispose();
    }

    private static void Require(IReadOnlyList<ModuleImport> imports, IReadOnlyList<ModuleExport> exports)
    {
        foreach (ModuleImport import in imports)
        {
            if (import.Module != Preview1.ModuleName)
            {
                throw new InvalidModuleException(
                    $"the module imports '{import.Name}' from '{import.Module}', and a WASI preview1 program imports from '{Preview1.ModuleName}' only");
            }
        }

        if (!exports.Any(export => export is { Name: "_start", Kind: ModuleItemKind.Function }))
        {
            throw new InvalidModuleException("the module exports no function '_start', so it is a library and no program");
        }
    }

    private int RunHere(GuestOptions options, CancellationToken cancellation)
    {
        using var interruption = new Interruption(_module.Engine, options.TimeLimit, cancellation);
        using var wasi = new WasiContext(options, interruption);
        GCHandle self = GCHandle.Alloc(wasi);
        try
        {
            // The store calls back as long as it lives.
            using var store = new StoreHandle(NativeMethods.wasmtime_store_new(_module.Engine.Handle, GCHandle.ToIntPtr(self), null));
            return RunIn(store, options, wasi);
        }
        finally
        {
            self.Free();
        }
    }

    private int RunIn(StoreHandle store, GuestOptions options, WasiContext wasi)
    {
        nint context = NativeMethods.wasmtime_store_context(store);
        if (_passage is null)
        {
            wasi.AddDirectories(options.Directories);
        }
        else
        {
            NativeError.ThrowIfError(NativeMethods.wasmtime_context_set_wasi(context, NativeFiles.Configure(options.Directories)));
        }

        if (options.MemoryLimit is { } memoryLimit)
        {
            NativeMethods.wasmtime_store_limiter(store, memoryLimit, -1, -1, -1, -1);
        }

        if (_module.Engine.Options.MeterFuel)
        {
            NativeError.ThrowIfError(NativeMethods.wasmtime_context_set_fuel(context, options.Fuel ?? ulong.MaxValue));
        }

        if (_module.Engine.Options.Interruptible)
        {
            NativeMethods.wasmtime_store_epoch_deadline_callback(store, &EpochReached, 0, null);
            NativeMethods.wasmtime_context_set_epoch_deadline(context, 1);
            // An epoch that passed before the deadline was set ends nobody.
            if (wasi.Interruption.IsRequested)
            {
                throw wasi.Interruption.ToException();
            }
        }

        NativeInstance instance;
        nint trap = 0;
        nint error = NativeMethods.wasmtime_instance_pre_instantiate(_instancePre, context, &instance, &trap);
        if (error == 0 && trap == 0)
        {
            NativeFunction start = Attach(context, &instance, wasi);
            options.Observer?.Started();
            error = NativeMethods.wasmtime_func_call_unchecked(context, &start, null, 0, &trap);
        }

        TrapException? exception = error == 0 && trap == 0 ? null : NativeError.TakeTrap(error, trap);
        wasi.Failure?.Throw();
        wasi.CompleteOutputs();
        options.Observer?.Ended();
        if (exception is null || wasi.ExitCode is not null)
        {
            return unchecked((int)wasi.ExitCode.GetValueOrDefault());
        }

        if (wasi.Interruption.IsRequested && exception.Code is TrapCode.Interrupt or TrapCode.Other)
        {
            throw wasi.Interruption.ToException();
        }

        throw options.MemoryLimit is { } limit && (!wasi.IsAttached || wasi.MemorySize > limit / 4 * 3)
            ? new MemoryLimitException(limit, exception)
            : exception;
    }

    private NativeFunction Attach(nint context, NativeInstance* instance, WasiContext wasi)
    {
        NativeExtern item;
        fixed (byte* name = "memory"u8)
        {
            if (NativeMethods.wasmtime_instance_export_get(context, instance, name, 6, &item) != 0 && item.Kind == ExternKind.Memory)
            {
                wasi.Attach(context, item.Memory);
                if (_passage is not null)
                {
                    wasi.Native = new NativeFiles(_passage, context, item.Memory);
                }
            }
        }

        fixed (byte* name = "_start"u8)
        {
            return NativeMethods.wasmtime_instance_export_get(context, instance, name, 6, &item) != 0
                ? item.Function
                : throw new EngineException("the engine lost _start");
        }
    }

    /// <summary>An epoch passed: some guest of the engine is to end. This one goes on unless it is meant.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static nint EpochReached(nint context, nint data, ulong* delta, byte* kind)
    {
        var wasi = (WasiContext)GCHandle.FromIntPtr(NativeMethods.wasmtime_context_get_data(context)).Target!;
        if (wasi.Interruption.IsRequested)
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
