using System.Runtime.InteropServices;
using System.Text;
using Skiff.Hosting.Interop;
using Skiff.Hosting.Wasi;
using Skiff.Hosting.Wasi.Linux;

namespace Skiff.Hosting;

/// <summary>
/// One instance of a module that imports nothing but <c>wasi_snapshot_preview1</c>, or, deterministically, what a core module
/// of a component needs of WASI 0.2 to boot, whose exports are called one by one
/// and whose memory and globals are read and written in between.
/// </summary>
public sealed unsafe class GuestInstance
{
    private readonly GuestOptions _options;
    private readonly WasiContext _wasi;
    private readonly nint _context;
    private NativeInstance _instance;

    private GuestInstance(GuestOptions options, WasiContext wasi, nint context, NativeInstance instance, CompiledModule? passage)
    {
        _options = options;
        _wasi = wasi;
        _context = context;
        _instance = instance;
        if (TryGet("memory", ExternKind.Memory, out NativeExtern memory))
        {
            wasi.Attach(context, memory.Memory);
            wasi.Native = passage is null ? null : new NativeFiles(passage, context, memory.Memory);
        }
    }

    /// <summary>The memory that the module exports as <c>memory</c>. A call may move it.</summary>
    /// <exception cref="InvalidOperationException">It exports none.</exception>
    public Span<byte> Memory
    {
        get
        {
            NativeExtern item = Get("memory", ExternKind.Memory);
            return new Span<byte>(
                NativeMethods.wasmtime_memory_data(_context, &item.Memory),
                checked((int)NativeMethods.wasmtime_memory_data_size(_context, &item.Memory)));
        }
    }

    /// <summary>Instantiates a module and works with the instance, on a thread that has the stack that guests need.</summary>
    /// <param name="module">The module.</param>
    /// <param name="options">What it is given.</param>
    /// <param name="work">What is done with the instance, which is gone afterwards.</param>
    /// <returns>What <paramref name="work"/> returns.</returns>
    /// <exception cref="InvalidModuleException">It imports something else.</exception>
    /// <exception cref="TrapException">It trapped.</exception>
    /// <exception cref="GuestExitException">It ended itself.</exception>
    /// <exception cref="TimeLimitException">Its time was over.</exception>
    /// <exception cref="MemoryLimitException">Its memory does not suffice.</exception>
    /// <exception cref="DirectoryNotFoundException">A directory that it is given does not exist.</exception>
    /// <exception cref="InvalidOperationException">The engine was not made for the options.</exception>
    public static T Run<T>(CompiledModule module, GuestOptions options, Func<GuestInstance, T> work)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(work);
        return GuestThread.Run(module.Engine, () => RunHere(module, options, work));
    }

    /// <summary>Calls an exported function without parameters and results.</summary>
    /// <exception cref="InvalidOperationException">There is no such export.</exception>
    public void Call(string export) => Invoke(export, default);

    /// <summary>Calls an exported function from <c>i32</c> to <c>i32</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such export.</exception>
    public int Call(string export, int argument) => Invoke(export, new RawValue { Int32 = argument }).Int32;

    /// <summary>The bits of an exported global that is a number; one of 32 bits has zeros above them.</summary>
    /// <exception cref="InvalidOperationException">There is no such export, or it is no number.</exception>
    public ulong GetGlobal(string export)
    {
        NativeExtern item = Get(export, ExternKind.Global);
        NativeValue value;
        NativeMethods.wasmtime_global_get(_context, &item.Global, &value);
        return value.Kind switch
        {
            NativeValue.ValueKind.Int32 or NativeValue.ValueKind.Float32 => (uint)value.Bits,
            NativeValue.ValueKind.Int64 or NativeValue.ValueKind.Float64 => value.Bits,
            _ => throw new InvalidOperationException($"The global '{export}' is no number."),
        };
    }

    private static T RunHere<T>(CompiledModule module, GuestOptions options, Func<GuestInstance, T> work)
    {
        using var interruption = new Interruption(module.Engine, options.TimeLimit, CancellationToken.None);
        using var wasi = new WasiContext(options, interruption);
        using var linker = new LinkerHandle(NativeMethods.wasmtime_linker_new(module.Engine.Handle));
        // Without directories no call depends on the system's own files.
        bool ownFiles = options.Directories.Count == 0 || LinuxCalls.CanResolveBeneath;
        using CompiledModule? passage = ownFiles ? null : NativeFiles.DefineBeneath(linker, module.Engine);
        Preview1.Define(linker, ownFiles);
        BootInterfaces.Define(linker, module);
        GCHandle self = GCHandle.Alloc(wasi);
        try
        {
            using var store = new StoreHandle(NativeMethods.wasmtime_store_new(module.Engine.Handle, GCHandle.ToIntPtr(self), null));
            if (passage is null)
            {
                wasi.AddDirectories(options.Directories);
            }
            else
            {
                NativeError.ThrowIfError(NativeMethods.wasmtime_context_set_wasi(
                    NativeMethods.wasmtime_store_context(store), NativeFiles.Configure(options.Directories)));
            }

            GuestInstance guest = Instantiate(module, linker, store, options, wasi, passage);
            T result = work(guest);
            wasi.CompleteOutputs();
            return result;
        }
        finally
        {
            self.Free();
        }
    }

    private static GuestInstance Instantiate(
        CompiledModule module, LinkerHandle linker, StoreHandle store, GuestOptions options, WasiContext wasi, CompiledModule? passage)
    {
        nint context = NativeMethods.wasmtime_store_context(store);
        if (options.MemoryLimit is { } memoryLimit)
        {
            NativeMethods.wasmtime_store_limiter(store, memoryLimit, -1, -1, -1, -1);
        }

        if (options.Fuel is { } fuel)
        {
            NativeError.ThrowIfError(NativeMethods.wasmtime_context_set_fuel(context, fuel));
        }

        if (module.Engine.Options.Interruptible)
        {
            NativeMethods.wasmtime_store_epoch_deadline_callback(store, &WasiCommand.EpochReached, 0, null);
            NativeMethods.wasmtime_context_set_epoch_deadline(context, 1);
            // An epoch that passed before the deadline was set ends nobody.
            if (wasi.Interruption.IsRequested)
            {
                throw wasi.Interruption.ToException();
            }
        }

        NativeInstance instance;
        nint trap = 0;
        nint error = NativeMethods.wasmtime_linker_instantiate(linker, context, module.Handle, &instance, &trap);
        if (error != 0)
        {
            throw new InvalidModuleException($"the module cannot be instantiated: {NativeError.TakeLine(error)}");
        }

        GuestInstance guest = new(options, wasi, context, instance, passage);
        guest.ThrowIfEnded(0, trap);
        return guest;
    }

    private RawValue Invoke(string export, RawValue value)
    {
        NativeExtern item = Get(export, ExternKind.Function);
        nint trap = 0;
        nint error = NativeMethods.wasmtime_func_call_unchecked(_context, &item.Function, &value, 1, &trap);
        ThrowIfEnded(error, trap);
        return value;
    }

    private void ThrowIfEnded(nint error, nint trap)
    {
        if (error == 0 && trap == 0)
        {
            return;
        }

        TrapException exception = NativeError.TakeTrap(error, trap);
        _wasi.Failure?.Throw();
        _wasi.CompleteOutputs();
        if (_wasi.ExitCode is { } exitCode)
        {
            throw new GuestExitException(unchecked((int)exitCode));
        }

        if (_wasi.Interruption.IsRequested && exception.Code is TrapCode.Interrupt or TrapCode.Other)
        {
            throw _wasi.Interruption.ToException();
        }

        throw _options.MemoryLimit is { } limit && _wasi.MemorySize > limit / 4 * 3
            ? new MemoryLimitException(limit, exception)
            : exception;
    }

    private NativeExtern Get(string export, ExternKind kind) => TryGet(export, kind, out NativeExtern item)
        ? item
        : throw new InvalidOperationException($"The module exports no {kind.ToString().ToLowerInvariant()} '{export}'.");

    private bool TryGet(string export, ExternKind kind, out NativeExtern item)
    {
        byte[] name = Encoding.UTF8.GetBytes(export);
        fixed (byte* start = name)
        {
            NativeExtern found;
            fixed (NativeInstance* instance = &_instance)
            {
                bool exists = NativeMethods.wasmtime_instance_export_get(_context, instance, start, (nuint)name.Length, &found) != 0;
                item = found;
                return exists && found.Kind == kind;
            }
        }
    }
}
