using System.Text;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting;

/// <summary>A module compiled to machine code. It can be instantiated any number of times, from any thread.</summary>
public sealed unsafe class CompiledModule : ICompiledCode
{
    private CompiledModule(Engine engine, nint handle)
    {
        Engine = engine;
        Handle = new CompiledModuleHandle(handle);
        Imports = ReadImports();
        Exports = ReadExports();
    }

    /// <summary>The engine that compiled it.</summary>
    public Engine Engine { get; }

    /// <summary>What it imports, in its own order.</summary>
    public IReadOnlyList<ModuleImport> Imports { get; }

    /// <summary>What it exports, in its own order.</summary>
    public IReadOnlyList<ModuleExport> Exports { get; }

    internal CompiledModuleHandle Handle { get; }

    /// <summary>Compiles a module.</summary>
    /// <param name="engine">The engine to compile with.</param>
    /// <param name="wasm">The module in the binary format.</param>
    /// <param name="observer">Is told of the compilation.</param>
    /// <exception cref="InvalidModuleException">It is malformed, invalid or uses a feature that the engine lacks.</exception>
    public static CompiledModule Compile(Engine engine, ReadOnlyMemory<byte> wasm, ICompilationObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ModuleFormat.RequireCoreModule(wasm.Span);
        observer?.CompilationStarted(wasm);
        nint module;
        nint error;
        try
        {
            ReadOnlyMemory<byte> joined = ModuleFormat.JoinData(wasm);
            fixed (byte* start = joined.Span)
            {
                error = NativeMethods.wasmtime_module_new(engine.Handle, start, (nuint)joined.Length, &module);
            }
        }
        finally
        {
            observer?.CompilationFinished();
        }

        return error == 0
            ? new CompiledModule(engine, module)
            : throw new InvalidModuleException($"the module is not valid WebAssembly: {NativeError.TakeLine(error)}");
    }

    /// <summary>
    /// Maps machine code that <see cref="Serialize"/> gave to a file. The file must be trusted, for the engine executes it;
    /// <see cref="CompilationCache"/> guards what it stores.
    /// </summary>
    /// <param name="engine">An engine with the options that the code was made under.</param>
    /// <param name="path">The file, which must not change while the module lives.</param>
    /// <exception cref="EngineException">The code is for another engine, other options or another processor.</exception>
    public static CompiledModule Deserialize(Engine engine, string path)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(path);
        fixed (byte* start = Encoding.UTF8.GetBytes(path + '\0'))
        {
            nint module;
            NativeError.ThrowIfError(NativeMethods.wasmtime_module_deserialize_file(engine.Handle, start, &module));
            return new CompiledModule(engine, module);
        }
    }

    /// <summary>Copies machine code that <see cref="Serialize"/> gave. It must be trusted, for the engine executes it.</summary>
    /// <param name="engine">An engine with the options that the code was made under.</param>
    /// <param name="code">The machine code.</param>
    /// <exception cref="EngineException">The code is for another engine, other options or another processor.</exception>
    internal static CompiledModule Deserialize(Engine engine, ReadOnlySpan<byte> code)
    {
        fixed (byte* start = code)
        {
            nint module;
            NativeError.ThrowIfError(NativeMethods.wasmtime_module_deserialize(engine.Handle, start, (nuint)code.Length, &module));
            return new CompiledModule(engine, module);
        }
    }

    /// <summary>Writes the machine code.</summary>
    /// <param name="destination">Where to.</param>
    public void Serialize(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        SerializeTo(destination.Write);
    }

    void ICompiledCode.SerializeTo(Action<ReadOnlySpan<byte>> use) => SerializeTo(use);

    private void SerializeTo(Action<ReadOnlySpan<byte>> use)
    {
        ByteVector bytes;
        NativeError.ThrowIfError(NativeMethods.wasmtime_module_serialize(Handle, &bytes));
        try
        {
            use(bytes.Span);
        }
        finally
        {
            bytes.Delete();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();

    private ModuleImport[] ReadImports()
    {
        PointerVector vector;
        NativeMethods.wasmtime_module_imports(Handle, &vector);
        var imports = new ModuleImport[vector.Size];
        for (int i = 0; i < imports.Length; i++)
        {
            nint import = vector.Data[i];
            imports[i] = new ModuleImport(
                NativeMethods.wasm_importtype_module(import)->ToString(),
                NativeMethods.wasm_importtype_name(import)->ToString(),
                Kind(NativeMethods.wasm_importtype_type(import)));
        }

        NativeMethods.wasm_importtype_vec_delete(&vector);
        return imports;
    }

    private ModuleExport[] ReadExports()
    {
        PointerVector vector;
        NativeMethods.wasmtime_module_exports(Handle, &vector);
        var exports = new ModuleExport[vector.Size];
        for (int i = 0; i < exports.Length; i++)
        {
            nint export = vector.Data[i];
            exports[i] = new ModuleExport(
                NativeMethods.wasm_exporttype_name(export)->ToString(),
                Kind(NativeMethods.wasm_exporttype_type(export)));
        }

        NativeMethods.wasm_exporttype_vec_delete(&vector);
        return exports;
    }

    private static ModuleItemKind Kind(nint type) => NativeMethods.wasm_externtype_kind(type) switch
    {
        ExternKind.Function => ModuleItemKind.Function,
        ExternKind.Global => ModuleItemKind.Global,
        ExternKind.Table => ModuleItemKind.Table,
        ExternKind.Memory => ModuleItemKind.Memory,
        _ => ModuleItemKind.Other,
    };
}
