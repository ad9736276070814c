using System.Runtime.InteropServices;
using System.Text;

namespace Skiff.Wasm.Tests.Judges;

/// <summary>
/// Wasmtime's validator and compiler, with all features of the specifications switched on, and its text format parser.
/// </summary>
internal static partial class Wasmtime
{
    private const string Library = "wasmtime";
    private static readonly nint s_engine = MakeEngine();

    /// <summary>Why the engine refuses a module; null if it is valid.</summary>
    public static string? Judge(byte[] module) => TakeMessage(wasmtime_module_validate(s_engine, module, (nuint)module.Length));

    /// <summary>Asserts that the engine accepts a module.</summary>
    public static void AssertValid(byte[] module) => Assert.Null(Judge(module));

    /// <summary>Why the engine refuses a component, which it also compiles; null if it is valid.</summary>
    public static string? JudgeComponent(byte[] component)
    {
        string? error = TakeMessage(wasmtime_component_new(s_engine, component, (nuint)component.Length, out nint compiled));
        if (error is null)
        {
            wasmtime_component_delete(compiled);
        }

        return error;
    }

    /// <summary>Asserts that the engine accepts a component and can compile it.</summary>
    public static void AssertValidComponent(byte[] component)
    {
        string? judgement = JudgeComponent(component);
        Assert.True(judgement is null, judgement);
    }

    /// <summary>Translates a module or component from the text format, valid or not.</summary>
    /// <exception cref="FormatException">The text is malformed.</exception>
    public static byte[] Assemble(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string? error = TakeMessage(wasmtime_wat2wasm(bytes, (nuint)bytes.Length, out ByteVector result));
        return error is null ? Take(result) : throw new FormatException(error);
    }

    private static nint MakeEngine()
    {
        nint config = wasm_config_new();
        wasmtime_config_wasm_reference_types_set(config, true);
        wasmtime_config_wasm_function_references_set(config, true);
        wasmtime_config_wasm_gc_set(config, true);
        wasmtime_config_wasm_exceptions_set(config, true);
        wasmtime_config_wasm_tail_call_set(config, true);
        wasmtime_config_wasm_memory64_set(config, true);
        wasmtime_config_wasm_multi_memory_set(config, true);
        wasmtime_config_wasm_threads_set(config, true);
        wasmtime_config_wasm_simd_set(config, true);
        wasmtime_config_wasm_relaxed_simd_set(config, true);
        wasmtime_config_wasm_component_model_set(config, true);
        wasmtime_config_wasm_component_model_async_set(config, true);
        wasmtime_config_wasm_component_model_async_stackful_set(config, true);
        wasmtime_config_wasm_component_model_more_async_builtins_set(config, true);
        wasmtime_config_wasm_component_model_map_set(config, true);
        wasmtime_config_wasm_component_model_implements_set(config, true);
        return wasm_engine_new_with_config(config);
    }

    private static string? TakeMessage(nint error)
    {
        if (error == 0)
        {
            return null;
        }

        wasmtime_error_message(error, out ByteVector message);
        wasmtime_error_delete(error);
        return Encoding.UTF8.GetString(Take(message));
    }

    private static byte[] Take(ByteVector vector)
    {
        var bytes = new byte[vector.Size];
        if (bytes.Length > 0)
        {
            Marshal.Copy(vector.Data, bytes, 0, bytes.Length);
        }

        wasm_byte_vec_delete(ref vector);
        return bytes;
    }

    [LibraryImport(Library)]
    private static partial nint wasm_config_new();

    [LibraryImport(Library)]
    private static partial nint wasm_engine_new_with_config(nint config);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_reference_types_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_function_references_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_gc_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_exceptions_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_tail_call_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_memory64_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_multi_memory_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_threads_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_simd_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_relaxed_simd_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_component_model_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_component_model_async_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_component_model_async_stackful_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_component_model_more_async_builtins_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_component_model_map_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial void wasmtime_config_wasm_component_model_implements_set(nint config, [MarshalAs(UnmanagedType.U1)] bool enable);

    [LibraryImport(Library)]
    private static partial nint wasmtime_component_new(nint engine, byte[] bytes, nuint length, out nint component);

    [LibraryImport(Library)]
    private static partial void wasmtime_component_delete(nint component);

    [LibraryImport(Library)]
    private static partial nint wasmtime_module_validate(nint engine, byte[] bytes, nuint length);

    [LibraryImport(Library)]
    private static partial nint wasmtime_wat2wasm(byte[] text, nuint length, out ByteVector result);

    [LibraryImport(Library)]
    private static partial void wasmtime_error_message(nint error, out ByteVector message);

    [LibraryImport(Library)]
    private static partial void wasmtime_error_delete(nint error);

    [LibraryImport(Library)]
    private static partial void wasm_byte_vec_delete(ref ByteVector vector);

    [StructLayout(LayoutKind.Sequential)]
    private struct ByteVector
    {
        public nuint Size;
        public nint Data;
    }
}
