using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary>
/// The functions of Wasmtime's C API that the host uses, under their own names. A parameter that takes ownership is
/// a plain pointer; whoever passes it gives the handle up.
/// </summary>
/// <remarks>
/// Every signature is blittable: numbers and pointers only, <c>bool</c> as <see cref="byte"/>. The C API's headers
/// are <c>wasm.h</c>, <c>wasi.h</c> and <c>wasmtime/*.h</c>.
/// </remarks>
internal static unsafe partial class NativeMethods
{
    public const string Library = "wasmtime";

    // wasm.h: vectors

    [LibraryImport(Library)]
    public static partial void wasm_byte_vec_delete(ByteVector* vector);

    // wasmtime/config.h

    [LibraryImport(Library)]
    public static partial nint wasm_config_new();

    [LibraryImport(Library)]
    public static partial void wasmtime_config_epoch_interruption_set(nint config, byte enable);

    [LibraryImport(Library)]
    public static partial void wasmtime_config_consume_fuel_set(nint config, byte enable);

    [LibraryImport(Library)]
    public static partial void wasmtime_config_max_wasm_stack_set(nint config, nuint size);

    [LibraryImport(Library)]
    public static partial void wasmtime_config_async_stack_size_set(nint config, nuint size);

    [LibraryImport(Library)]
    public static partial void wasmtime_config_parallel_compilation_set(nint config, byte enable);

    [LibraryImport(Library)]
    public static partial void wasmtime_config_cranelift_opt_level_set(nint config, byte level);

    [LibraryImport(Library)]
    public static partial void wasmtime_config_memory_init_cow_set(nint config, byte enable);

    [LibraryImport(Library)]
    public static partial void wasmtime_config_wasm_component_model_async_set(nint config, byte enable);

    [LibraryImport(Library)]
    public static partial nint wasmtime_config_target_set(nint config, byte* triple);

    // wasm.h, wasmtime/engine.h

    /// <summary>Takes ownership of <paramref name="config"/>.</summary>
    [LibraryImport(Library)]
    public static partial nint wasm_engine_new_with_config(nint config);

    [LibraryImport(Library)]
    public static partial void wasm_engine_delete(nint engine);

    [LibraryImport(Library)]
    public static partial void wasmtime_engine_increment_epoch(EngineHandle engine);

    // wasmtime/wat.h

    [LibraryImport(Library)]
    public static partial nint wasmtime_wat2wasm(byte* text, nuint length, ByteVector* wasm);

    // wasmtime/module.h

    [LibraryImport(Library)]
    public static partial nint wasmtime_module_new(EngineHandle engine, byte* wasm, nuint length, nint* module);

    [LibraryImport(Library)]
    public static partial nint wasmtime_module_serialize(CompiledModuleHandle module, ByteVector* bytes);

    [LibraryImport(Library)]
    public static partial nint wasmtime_module_deserialize(EngineHandle engine, byte* bytes, nuint length, nint* module);

    [LibraryImport(Library)]
    public static partial nint wasmtime_module_deserialize_file(EngineHandle engine, byte* path, nint* module);

    [LibraryImport(Library)]
    public static partial void wasmtime_module_imports(CompiledModuleHandle module, PointerVector* imports);

    [LibraryImport(Library)]
    public static partial void wasmtime_module_exports(CompiledModuleHandle module, PointerVector* exports);

    [LibraryImport(Library)]
    public static partial void wasmtime_module_delete(nint module);

    // wasm.h: types

    [LibraryImport(Library)]
    public static partial ByteVector* wasm_importtype_module(nint import);

    [LibraryImport(Library)]
    public static partial ByteVector* wasm_importtype_name(nint import);

    [LibraryImport(Library)]
    public static partial nint wasm_importtype_type(nint import);

    [LibraryImport(Library)]
    public static partial void wasm_importtype_vec_delete(PointerVector* imports);

    [LibraryImport(Library)]
    public static partial ByteVector* wasm_exporttype_name(nint export);

    [LibraryImport(Library)]
    public static partial nint wasm_exporttype_type(nint export);

    [LibraryImport(Library)]
    public static partial void wasm_exporttype_vec_delete(PointerVector* exports);

    [LibraryImport(Library)]
    public static partial ExternKind wasm_externtype_kind(nint type);

    [LibraryImport(Library)]
    public static partial nint wasm_valtype_new(byte kind);

    [LibraryImport(Library)]
    public static partial void wasm_valtype_vec_new(PointerVector* vector, nuint size, nint* types);

    /// <summary>Takes ownership of both vectors.</summary>
    [LibraryImport(Library)]
    public static partial nint wasm_functype_new(PointerVector* parameters, PointerVector* results);

    [LibraryImport(Library)]
    public static partial void wasm_functype_delete(nint type);

    // wasmtime/store.h

    [LibraryImport(Library)]
    public static partial nint wasmtime_store_new(EngineHandle engine, nint data, delegate* unmanaged[Cdecl]<nint, void> finalizer);

    [LibraryImport(Library)]
    public static partial nint wasmtime_store_context(StoreHandle store);

    [LibraryImport(Library)]
    public static partial void wasmtime_store_limiter(
        StoreHandle store, long memorySize, long tableElements, long instances, long tables, long memories);

    [LibraryImport(Library)]
    public static partial void wasmtime_store_epoch_deadline_callback(
        StoreHandle store, delegate* unmanaged[Cdecl]<nint, nint, ulong*, byte*, nint> callback, nint data, delegate* unmanaged[Cdecl]<nint, void> finalizer);

    [LibraryImport(Library)]
    public static partial void wasmtime_store_delete(nint store);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial nint wasmtime_context_get_data(nint context);

    [LibraryImport(Library)]
    public static partial nint wasmtime_context_set_fuel(nint context, ulong fuel);

    /// <summary>Takes ownership of <paramref name="wasi"/>.</summary>
    [LibraryImport(Library)]
    public static partial nint wasmtime_context_set_wasi(nint context, nint wasi);

    [LibraryImport(Library)]
    public static partial void wasmtime_context_set_epoch_deadline(nint context, ulong ticksBeyondCurrent);

    // wasmtime/linker.h

    [LibraryImport(Library)]
    public static partial nint wasmtime_linker_new(EngineHandle engine);

    [LibraryImport(Library)]
    public static partial nint wasmtime_linker_define_unknown_imports_as_traps(LinkerHandle linker, CompiledModuleHandle module);

    [LibraryImport(Library)]
    public static partial nint wasmtime_linker_define_wasi(LinkerHandle linker);

    [LibraryImport(Library)]
    public static partial nint wasmtime_linker_define_func_unchecked(
        LinkerHandle linker, byte* module, nuint moduleLength, byte* name, nuint nameLength, nint type,
        delegate* unmanaged[Cdecl]<nint, nint, RawValue*, nuint, nint> callback, nint data, delegate* unmanaged[Cdecl]<nint, void> finalizer);

    [LibraryImport(Library)]
    public static partial void wasmtime_linker_allow_shadowing(LinkerHandle linker, byte allow);

    [LibraryImport(Library)]
    public static partial nint wasmtime_linker_define(
        LinkerHandle linker, nint context, byte* module, nuint moduleLength, byte* name, nuint nameLength, NativeExtern* item);

    [LibraryImport(Library)]
    public static partial nint wasmtime_linker_instantiate(
        LinkerHandle linker, nint context, CompiledModuleHandle module, NativeInstance* instance, nint* trap);

    [LibraryImport(Library)]
    public static partial nint wasmtime_linker_instantiate_pre(LinkerHandle linker, CompiledModuleHandle module, nint* instancePre);

    [LibraryImport(Library)]
    public static partial void wasmtime_linker_delete(nint linker);

    // wasmtime/instance.h

    [LibraryImport(Library)]
    public static partial nint wasmtime_instance_pre_instantiate(
        InstancePreHandle instancePre, nint context, NativeInstance* instance, nint* trap);

    [LibraryImport(Library)]
    public static partial void wasmtime_instance_pre_delete(nint instancePre);

    [LibraryImport(Library)]
    public static partial byte wasmtime_instance_export_get(
        nint context, NativeInstance* instance, byte* name, nuint nameLength, NativeExtern* item);

    // wasmtime/func.h

    [LibraryImport(Library)]
    public static partial nint wasmtime_func_call_unchecked(
        nint context, NativeFunction* function, RawValue* values, nuint count, nint* trap);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial nint wasmtime_caller_context(nint caller);

    [LibraryImport(Library)]
    public static partial byte wasmtime_caller_export_get(nint caller, byte* name, nuint nameLength, NativeExtern* item);

    // wasmtime/global.h

    [LibraryImport(Library)]
    public static partial void wasmtime_global_get(nint context, NativeGlobal* global, NativeValue* value);

    // wasmtime/memory.h

    [LibraryImport(Library), SuppressGCTransition]
    public static partial byte* wasmtime_memory_data(nint context, NativeMemory* memory);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial nuint wasmtime_memory_data_size(nint context, NativeMemory* memory);

    // wasmtime/trap.h, wasmtime/error.h

    [LibraryImport(Library)]
    public static partial nint wasmtime_trap_new(byte* message, nuint length);

    [LibraryImport(Library)]
    public static partial byte wasmtime_trap_code(nint trap, byte* code);

    [LibraryImport(Library)]
    public static partial void wasm_trap_message(nint trap, ByteVector* message);

    [LibraryImport(Library)]
    public static partial void wasm_trap_trace(nint trap, PointerVector* frames);

    [LibraryImport(Library)]
    public static partial void wasm_trap_delete(nint trap);

    [LibraryImport(Library)]
    public static partial nint wasmtime_error_new(byte* message);

    [LibraryImport(Library)]
    public static partial void wasmtime_error_message(nint error, ByteVector* message);

    [LibraryImport(Library)]
    public static partial byte wasmtime_error_exit_status(nint error, int* status);

    [LibraryImport(Library)]
    public static partial void wasmtime_error_wasm_trace(nint error, PointerVector* frames);

    [LibraryImport(Library)]
    public static partial void wasmtime_error_delete(nint error);

    [LibraryImport(Library)]
    public static partial void wasm_frame_vec_delete(PointerVector* frames);

    [LibraryImport(Library)]
    public static partial uint wasm_frame_func_index(nint frame);

    [LibraryImport(Library)]
    public static partial nuint wasm_frame_module_offset(nint frame);

    [LibraryImport(Library)]
    public static partial ByteVector* wasmtime_frame_func_name(nint frame);

    [LibraryImport(Library)]
    public static partial ByteVector* wasmtime_frame_module_name(nint frame);

    // wasi.h

    [LibraryImport(Library)]
    public static partial nint wasi_config_new();

    [LibraryImport(Library)]
    public static partial byte wasi_config_preopen_dir(nint config, byte* hostPath, byte* guestPath, byte mutable);

    [LibraryImport(Library)]
    public static partial void wasi_config_delete(nint config);
}
