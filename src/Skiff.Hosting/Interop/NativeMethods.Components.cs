using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary>The functions of <c>wasmtime/component/*.h</c>.</summary>
internal static unsafe partial class NativeMethods
{
    // wasmtime/config.h

    [LibraryImport(Library)]
    public static partial void wasmtime_config_concurrency_support_set(nint config, byte enable);

    [LibraryImport(Library)]
    public static partial void wasmtime_config_wasm_component_model_map_set(nint config, byte enable);

    // wasmtime/component/component.h

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_new(EngineHandle engine, byte* wasm, nuint length, nint* component);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_serialize(CompiledComponentHandle component, ByteVector* bytes);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_deserialize(EngineHandle engine, byte* bytes, nuint length, nint* component);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_deserialize_file(EngineHandle engine, byte* path, nint* component);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_delete(nint component);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_get_export_index(CompiledComponentHandle component, nint parent, byte* name, nuint nameLength);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_export_index_delete(nint index);

    // wasmtime/component/linker.h

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_linker_new(EngineHandle engine);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_linker_add_wasip2(ComponentLinkerHandle linker);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_linker_root(ComponentLinkerHandle linker);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_linker_instantiate(
        ComponentLinkerHandle linker, nint context, CompiledComponentHandle component, NativeComponentInstance* instance);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_linker_delete(nint linker);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_linker_instance_add_instance(nint linkerInstance, byte* name, nuint nameLength, nint* child);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_linker_instance_add_func(
        nint linkerInstance, byte* name, nuint nameLength,
        delegate* unmanaged[Cdecl]<nint, nint, nint, NativeComponentValue*, nuint, NativeComponentValue*, nuint, nint> callback,
        nint data, delegate* unmanaged[Cdecl]<nint, void> finalizer);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_linker_instance_add_resource(
        nint linkerInstance, byte* name, nuint nameLength, nint type,
        delegate* unmanaged[Cdecl]<nint, nint, uint, nint> destructor, nint data, delegate* unmanaged[Cdecl]<nint, void> finalizer);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_linker_instance_delete(nint linkerInstance);

    // wasmtime/component/instance.h, func.h

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_instance_get_export_index(
        NativeComponentInstance* instance, nint context, nint parent, byte* name, nuint nameLength);

    [LibraryImport(Library)]
    public static partial byte wasmtime_component_instance_get_func(
        NativeComponentInstance* instance, nint context, nint index, NativeComponentFunction* function);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_func_call(
        NativeComponentFunction* function, nint context, NativeComponentValue* arguments, nuint argumentCount, NativeComponentValue* results, nuint resultCount);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_func_type(NativeComponentFunction* function, nint context);

    [LibraryImport(Library)]
    public static partial byte wasmtime_component_func_type_result(nint type, nint* result);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_func_type_delete(nint type);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_valtype_delete(nint* type);

    // wasmtime/component/val.h

    [LibraryImport(Library)]
    public static partial NativeComponentValue* wasmtime_component_val_new(NativeComponentValue* value);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_val_delete(NativeComponentValue* value);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_vallist_new_uninit(ComponentVector* vector, nuint size);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_valrecord_new_uninit(ComponentVector* vector, nuint size);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_valtuple_new_uninit(ComponentVector* vector, nuint size);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_valflags_new_uninit(ComponentVector* vector, nuint size);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_valmap_new_uninit(ComponentVector* vector, nuint size);

    [LibraryImport(Library)]
    public static partial void wasm_byte_vec_new(ByteVector* vector, nuint size, byte* data);

    // resources

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_resource_type_new_host(uint type);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_resource_type_delete(nint type);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_resource_host_new(byte owned, uint representation, uint type);

    [LibraryImport(Library)]
    public static partial uint wasmtime_component_resource_host_rep(nint resource);

    [LibraryImport(Library)]
    public static partial uint wasmtime_component_resource_host_type(nint resource);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_resource_host_delete(nint resource);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_resource_host_to_any(nint context, nint resource, nint* any);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_resource_any_to_host(nint context, nint any, nint* resource);

    [LibraryImport(Library)]
    public static partial byte wasmtime_component_resource_any_owned(nint any);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_resource_any_clone(nint any);

    [LibraryImport(Library)]
    public static partial nint wasmtime_component_resource_any_drop(nint context, nint any);

    [LibraryImport(Library)]
    public static partial void wasmtime_component_resource_any_delete(nint any);

    // wasi.h

    [LibraryImport(Library)]
    public static partial byte wasi_config_set_argv(nint config, nuint count, byte** arguments);

    [LibraryImport(Library)]
    public static partial byte wasi_config_set_env(nint config, nuint count, byte** names, byte** values);

    [LibraryImport(Library)]
    public static partial void wasi_config_inherit_stdin(nint config);

    /// <summary>Takes ownership of <paramref name="bytes"/>.</summary>
    [LibraryImport(Library)]
    public static partial void wasi_config_set_stdin_bytes(nint config, ByteVector* bytes);

    [LibraryImport(Library)]
    public static partial void wasi_config_inherit_stdout(nint config);

    [LibraryImport(Library)]
    public static partial void wasi_config_inherit_stderr(nint config);

    /// <summary>The callback returns how many bytes it took, or a negative error number of the system.</summary>
    [LibraryImport(Library)]
    public static partial void wasi_config_set_stdout_custom(
        nint config, delegate* unmanaged[Cdecl]<nint, byte*, nuint, nint> callback, nint data, delegate* unmanaged[Cdecl]<nint, void> finalizer);

    [LibraryImport(Library)]
    public static partial void wasi_config_set_stderr_custom(
        nint config, delegate* unmanaged[Cdecl]<nint, byte*, nuint, nint> callback, nint data, delegate* unmanaged[Cdecl]<nint, void> finalizer);
}
