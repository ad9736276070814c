using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;
using Skiff.Hosting.Interop;
using Skiff.Hosting.Wasi;

namespace Skiff.Hosting.Components;

/// <summary>
/// One instance of a component, whose exported functions are called with values. It is given WASI 0.2 and what
/// <see cref="ComponentImports"/> has. After a call that failed all others fail too.
/// </summary>
internal sealed unsafe class ComponentInstance
{
    private readonly ComponentStore _store;
    private readonly Interruption _interruption;
    private readonly ComponentValues _values;
    private NativeComponentInstance _instance;
    private ExceptionDispatchInfo? _failure;

    private ComponentInstance(ComponentStore store, Interruption interruption)
    {
        (_store, _interruption) = (store, interruption);
        _values = new ComponentValues(store.Context, NativeMethods.wasmtime_component_resource_host_type);
    }

    /// <summary>Instantiates a component and works with the instance, on a thread that has the stack that guests need.</summary>
    /// <param name="component">The component.</param>
    /// <param name="options">What it is given.</param>
    /// <param name="imports">What it is given besides.</param>
    /// <param name="work">What is done with the instance, which is gone afterwards.</param>
    /// <returns>What <paramref name="work"/> returns.</returns>
    /// <exception cref="InvalidModuleException">It imports something else.</exception>
    /// <exception cref="TrapException">It trapped.</exception>
    public static T Run<T>(CompiledComponent component, GuestOptions options, ComponentImports imports, Func<ComponentInstance, T> work)
    {
        return GuestThread.Run(component.Engine, () =>
        {
            using var interruption = new Interruption(component.Engine, options.TimeLimit, CancellationToken.None);
            using var store = new ComponentStore(component.Engine, options, interruption);
            return new ComponentInstance(store, interruption).RunHere(component, options, imports, work);
        });
    }

    /// <summary>Calls an exported function.</summary>
    /// <param name="instance">The name of the interface, with its version; empty for a function of the world itself.</param>
    /// <param name="name">The function's name, such as <c>[method]counter.next</c>.</param>
    /// <param name="arguments">The arguments, of exactly the types of the parameters.</param>
    /// <returns>The result; null for a function without one.</returns>
    /// <exception cref="InvalidOperationException">There is no such function.</exception>
    /// <exception cref="TrapException">It trapped, or the arguments do not fit.</exception>
    public ComponentValue? Call(string instance, string name, params ComponentValue[] arguments)
    {
        NativeComponentFunction function = Find(instance, name);
        bool hasResult = HasResult(&function);
        var native = new NativeComponentValue[arguments.Length + 1];
        for (int i = 0; i < arguments.Length; i++)
        {
            native[i] = _values.ToNative(arguments[i]);
        }

        fixed (NativeComponentValue* values = native)
        {
            NativeComponentValue* result = values + arguments.Length;
            nint error = NativeMethods.wasmtime_component_func_call(
                &function, _store.Context, values, (nuint)arguments.Length, result, hasResult ? (nuint)1 : 0);
            for (int i = 0; i < arguments.Length; i++)
            {
                NativeMethods.wasmtime_component_val_delete(values + i);
            }

            ThrowIfEnded(error);
            if (!hasResult)
            {
                return null;
            }

            ComponentValue value = _values.FromNative(result);
            NativeMethods.wasmtime_component_val_delete(result);
            return value;
        }
    }

    /// <summary>Drops a resource that a component implements and the host owns.</summary>
    public void Drop(ComponentValue resource) => ThrowIfEnded(
        NativeMethods.wasmtime_component_resource_any_drop(_store.Context, ((ComponentResource.Guest)resource.Resource).Handle));

    private T RunHere<T>(CompiledComponent component, GuestOptions options, ComponentImports imports, Func<ComponentInstance, T> work)
    {
        using var linker = new ComponentLinkerHandle(NativeMethods.wasmtime_component_linker_new(component.Engine.Handle));
        NativeError.ThrowIfError(NativeMethods.wasmtime_component_linker_add_wasip2(linker));
        var callbacks = new List<GCHandle>();
        try
        {
            Define(linker, imports, callbacks);
            NativeComponentInstance instance;
            nint error = NativeMethods.wasmtime_component_linker_instantiate(linker, _store.Context, component.Handle, &instance);
            if (error != 0)
            {
                Exception failure = ComponentFailure.OfInstantiation(error, options, _interruption);
                _failure?.Throw();
                throw failure;
            }

            _instance = instance;
            T result = work(this);
            _store.Streams.Complete();
            return result;
        }
        finally
        {
            _values.Release();
            // The store drops resources as long as it lives.
            _store.Dispose();
            callbacks.ForEach(callback => callback.Free());
        }
    }

    private void Define(ComponentLinkerHandle linker, ComponentImports imports, List<GCHandle> callbacks)
    {
        nint root = NativeMethods.wasmtime_component_linker_root(linker);
        IEnumerable<string> instances = imports.Functions.Select(function => function.Instance)
            .Concat(imports.Resources.Select(resource => resource.Instance)).Distinct().Order(StringComparer.Ordinal);
        foreach (string name in instances)
        {
            nint instance = name.Length == 0 ? root : AddInstance(root, name);
            foreach ((_, string item, uint type, Action<uint>? dropped) in imports.Resources.Where(resource => resource.Instance == name))
            {
                AddResource(instance, item, type, Keep(new Callback(this, null, dropped)));
            }

            foreach ((_, string item, Func<IReadOnlyList<ComponentValue>, ComponentValue?> body) in imports.Functions.Where(function => function.Instance == name))
            {
                AddFunction(instance, item, Keep(new Callback(this, body, null)));
            }

            if (instance != root)
            {
                NativeMethods.wasmtime_component_linker_instance_delete(instance);
            }
        }

        NativeMethods.wasmtime_component_linker_instance_delete(root);

        nint Keep(Callback callback)
        {
            callbacks.Add(GCHandle.Alloc(callback));
            return GCHandle.ToIntPtr(callbacks[^1]);
        }
    }

    private static nint AddInstance(nint root, string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        fixed (byte* start = bytes)
        {
            nint instance;
            NativeError.ThrowIfError(NativeMethods.wasmtime_component_linker_instance_add_instance(root, start, (nuint)bytes.Length, &instance));
            return instance;
        }
    }

    private static void AddFunction(nint instance, string name, nint callback)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        fixed (byte* start = bytes)
        {
            NativeError.ThrowIfError(
                NativeMethods.wasmtime_component_linker_instance_add_func(instance, start, (nuint)bytes.Length, &Called, callback, null));
        }
    }

    private static void AddResource(nint instance, string name, uint type, nint callback)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        nint native = NativeMethods.wasmtime_component_resource_type_new_host(type);
        fixed (byte* start = bytes)
        {
            NativeError.ThrowIfError(
                NativeMethods.wasmtime_component_linker_instance_add_resource(instance, start, (nuint)bytes.Length, native, &Dropped, callback, null));
        }

        NativeMethods.wasmtime_component_resource_type_delete(native);
    }

    private NativeComponentFunction Find(string instance, string name)
    {
        nint parent = instance.Length == 0 ? 0 : ExportIndex(0, instance);
        nint index = ExportIndex(parent, name);
        if (parent != 0)
        {
            NativeMethods.wasmtime_component_export_index_delete(parent);
        }

        NativeComponentFunction function = default;
        fixed (NativeComponentInstance* self = &_instance)
        {
            bool found = NativeMethods.wasmtime_component_instance_get_func(self, _store.Context, index, &function) != 0;
            NativeMethods.wasmtime_component_export_index_delete(index);
            return found ? function : throw new InvalidOperationException($"The export '{name}' is no function.");
        }
    }

    private nint ExportIndex(nint parent, string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        fixed (NativeComponentInstance* self = &_instance)
        fixed (byte* start = bytes)
        {
            nint index = NativeMethods.wasmtime_component_instance_get_export_index(self, _store.Context, parent, start, (nuint)bytes.Length);
            return index != 0 ? index : throw new InvalidOperationException($"The component exports no '{name}'.");
        }
    }

    private bool HasResult(NativeComponentFunction* function)
    {
        nint type = NativeMethods.wasmtime_component_func_type(function, _store.Context);
        // A wasmtime_component_valtype_t, which is no larger than this.
        nint* result = stackalloc nint[4];
        bool hasResult = NativeMethods.wasmtime_component_func_type_result(type, result) != 0;
        if (hasResult)
        {
            NativeMethods.wasmtime_component_valtype_delete(result);
        }

        NativeMethods.wasmtime_component_func_type_delete(type);
        return hasResult;
    }

    private void ThrowIfEnded(nint error)
    {
        if (error == 0)
        {
            return;
        }

        int status;
        bool hasExited = NativeMethods.wasmtime_error_exit_status(error, &status) != 0;
        TrapException trap = NativeError.TakeTrap(error, 0);
        _failure?.Throw();
        _store.Streams.Failure?.Throw();
        _store.Streams.Complete();
        throw hasExited ? new GuestExitException(status)
            : _interruption.IsRequested ? _interruption.ToException()
            : trap;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Called(nint data, nint context, nint type, NativeComponentValue* arguments, nuint argumentCount, NativeComponentValue* results, nuint resultCount)
    {
        var callback = (Callback)GCHandle.FromIntPtr(data).Target!;
        ComponentInstance self = callback.Instance;
        try
        {
            var values = new ComponentValue[(int)argumentCount];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = self._values.FromNative(arguments + i);
            }

            ComponentValue? result = callback.Body!(values);
            if ((result is null) != (resultCount == 0))
            {
                throw new InvalidOperationException(result is null ? "The function returned no result, and has one." : "The function returned a result, and has none.");
            }

            if (result is not null)
            {
                *results = self._values.ToNative(result);
            }

            return 0;
        }
        catch (Exception exception)
        {
            return self.Fail(exception);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Dropped(nint data, nint context, uint representation)
    {
        var callback = (Callback)GCHandle.FromIntPtr(data).Target!;
        try
        {
            callback.Dropped?.Invoke(representation);
            return 0;
        }
        catch (Exception exception)
        {
            return callback.Instance.Fail(exception);
        }
    }

    private nint Fail(Exception exception)
    {
        // It reaches the caller of the guest.
        _failure ??= ExceptionDispatchInfo.Capture(exception);
        fixed (byte* message = "the host failed\0"u8)
        {
            return NativeMethods.wasmtime_error_new(message);
        }
    }

    private sealed record Callback(ComponentInstance Instance, Func<IReadOnlyList<ComponentValue>, ComponentValue?>? Body, Action<uint>? Dropped);
}
