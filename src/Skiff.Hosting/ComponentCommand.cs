using System.Text;
using Skiff.Hosting.Components;
using Skiff.Hosting.Interop;
using Skiff.Hosting.Wasi;

namespace Skiff.Hosting;

/// <summary>
/// A WASI 0.2 <em>command</em>: a component that imports nothing but <c>wasi:*@0.2</c> and exports <c>wasi:cli/run</c>. WASI is
/// the engine's own; nothing is passed that is not granted, and there is no network. Each run is a guest of its own, with
/// fresh memories; runs may go on at the same time.
/// </summary>
/// <remarks>
/// A <see cref="StandardInput.FromStream"/> is read to its end before the guest begins. A guest that is to end while it waits in
/// the engine is left behind: its thread ends when its wait does.
/// </remarks>
public sealed unsafe class ComponentCommand : IDisposable
{
    // What a shell reports for a program that SIGPIPE ended.
    private const int PipeExitCode = 128 + 13;

    // The engine follows the rules of semantic versions: this is every 0.2.
    private const string RunName = ComponentInterface.Run + "@0.2.0";

    // A guest that computes is interrupted in no time.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(100);

    private readonly CompiledComponent _component;
    private readonly ComponentLinkerHandle _linker;

    /// <summary>Prepares a component to be run.</summary>
    /// <param name="component">The component, which must outlive the command.</param>
    /// <exception cref="InvalidModuleException">It is no command.</exception>
    public ComponentCommand(CompiledComponent component)
    {
        ArgumentNullException.ThrowIfNull(component);
        _component = component;
        fixed (byte* name = Encoding.UTF8.GetBytes(RunName))
        {
            nint index = NativeMethods.wasmtime_component_get_export_index(component.Handle, 0, name, (nuint)RunName.Length);
            if (index == 0)
            {
                throw new InvalidModuleException($"the component exports no '{ComponentInterface.Run}' of WASI 0.2, so it is a library and no program");
            }

            NativeMethods.wasmtime_component_export_index_delete(index);
        }

        _linker = new ComponentLinkerHandle(NativeMethods.wasmtime_component_linker_new(component.Engine.Handle));
        NativeError.ThrowIfError(NativeMethods.wasmtime_component_linker_add_wasip2(_linker));
    }

    /// <summary>Makes sure that a component is a command, without compiling it.</summary>
    /// <param name="wasm">The component in the binary format.</param>
    /// <exception cref="InvalidModuleException">It is malformed or no command; the message says why.</exception>
    public static void Require(ReadOnlyMemory<byte> wasm) => ComponentInterface.RequireCommand(wasm);

    /// <summary>Runs a guest to its end, on a thread of its own.</summary>
    /// <param name="options">What it is given.</param>
    /// <param name="cancellation">Ends it. Needs an engine that is <see cref="EngineOptions.Interruptible"/>.</param>
    /// <returns>Its exit code: 1 if it failed, else 0. WASI 0.2 has no others.</returns>
    /// <exception cref="InvalidModuleException">It imports what WASI 0.2 has not, or with another type.</exception>
    /// <exception cref="TrapException">It trapped.</exception>
    /// <exception cref="TimeLimitException">Its time was over.</exception>
    /// <exception cref="MemoryLimitException">The memory that it begins with is beyond the limit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="DirectoryNotFoundException">A directory that it is given does not exist.</exception>
    /// <exception cref="ArgumentException">It is to be deterministic, which the engine's WASI is not.</exception>
    /// <exception cref="InvalidOperationException">The engine was not made for the options.</exception>
    public int Run(GuestOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Fuel is not null && !_component.Engine.Options.MeterFuel)
        {
            throw new InvalidOperationException("Fuel needs an engine made with EngineOptions.MeterFuel.");
        }

        if (options.IsDeterministic)
        {
            throw new ArgumentException("The clocks and random numbers of a component are the engine's, which are not deterministic.", nameof(options));
        }

        var interruption = new Interruption(_component.Engine, options.TimeLimit, cancellation);
        var ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var leave = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        Thread thread = GuestThread.Create(_component.Engine, () =>
        {
            try
            {
                ended.SetResult(RunHere(options, interruption, leave));
            }
            catch (Exception exception)
            {
                ended.SetException(exception);
            }
            finally
            {
                interruption.Dispose();
            }
        });
        using CancellationTokenRegistration registration = interruption.Token.UnsafeRegister(_ => leave.TrySetResult(Task.CompletedTask), null);
        thread.Start();
        Task.WaitAny([ended.Task, leave.Task], CancellationToken.None);
        if (!ended.Task.IsCompleted && !ended.Task.ContinueWith(static _ => { }, TaskScheduler.Default).Wait(s_patience, CancellationToken.None))
        {
            return interruption.IsRequested ? throw interruption.ToException() : PipeExitCode;
        }

        return ended.Task.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose() => _linker.Dispose();

    private int RunHere(GuestOptions options, Interruption interruption, TaskCompletionSource<Task> leave)
    {
        using var store = new ComponentStore(_component.Engine, options, interruption);
        store.Streams.ReaderGone.ContinueWith(leave.TrySetResult, TaskScheduler.Default);
        NativeComponentInstance instance;
        nint error = NativeMethods.wasmtime_component_linker_instantiate(_linker, store.Context, _component.Handle, &instance);
        if (error != 0)
        {
            throw ComponentFailure.OfInstantiation(error, options, interruption);
        }

        NativeComponentFunction run = FindRun(store.Context, &instance);
        options.Observer?.Started();
        var result = default(NativeComponentValue);
        error = NativeMethods.wasmtime_component_func_call(&run, store.Context, null, 0, &result, 1);
        int status = 0;
        bool hasExited = error != 0 && NativeMethods.wasmtime_error_exit_status(error, &status) != 0;
        TrapException? trap = error == 0 ? null : NativeError.TakeTrap(error, 0);
        store.Streams.Failure?.Throw();
        store.Streams.Complete();
        options.Observer?.Ended();
        if (store.Streams.ReaderGone.IsCompleted)
        {
            return PipeExitCode;
        }

        if (hasExited)
        {
            return status;
        }

        if (trap is not null)
        {
            throw interruption.IsRequested && trap.Code is TrapCode.Interrupt or TrapCode.Other ? interruption.ToException() : trap;
        }

        bool succeeded = result.IsOk != 0;
        NativeMethods.wasmtime_component_val_delete(&result);
        return succeeded ? 0 : 1;
    }

    private static NativeComponentFunction FindRun(nint context, NativeComponentInstance* instance)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(RunName), function = "run"u8)
        {
            nint interfaceIndex = NativeMethods.wasmtime_component_instance_get_export_index(instance, context, 0, name, (nuint)RunName.Length);
            nint index = interfaceIndex == 0 ? 0 : NativeMethods.wasmtime_component_instance_get_export_index(instance, context, interfaceIndex, function, 3);
            NativeComponentFunction run = default;
            bool found = index != 0 && NativeMethods.wasmtime_component_instance_get_func(instance, context, index, &run) != 0;
            if (index != 0)
            {
                NativeMethods.wasmtime_component_export_index_delete(index);
            }

            if (interfaceIndex != 0)
            {
                NativeMethods.wasmtime_component_export_index_delete(interfaceIndex);
            }

            return found ? run : throw new EngineException($"the engine lost {RunName}");
        }
    }
}
