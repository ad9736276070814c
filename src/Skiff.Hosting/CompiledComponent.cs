using System.Text;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting;

/// <summary>A component compiled to machine code. It can be instantiated any number of times, from any thread.</summary>
public sealed unsafe class CompiledComponent : ICompiledCode
{
    private CompiledComponent(Engine engine, nint handle)
    {
        Engine = engine;
        Handle = new CompiledComponentHandle(handle);
    }

    /// <summary>The engine that compiled it.</summary>
    public Engine Engine { get; }

    internal CompiledComponentHandle Handle { get; }

    /// <summary>Whether bytes begin as a component does.</summary>
    public static bool IsComponent(ReadOnlySpan<byte> wasm) => ModuleFormat.IsComponent(wasm);

    /// <summary>Whether a file begins as a component does.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public static bool IsComponent(string path)
    {
        using Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(path);
        Span<byte> preamble = stackalloc byte[ModuleFormat.PreambleSize];
        return RandomAccess.Read(file, preamble, 0) == preamble.Length && IsComponent(preamble);
    }

    /// <summary>Compiles a component.</summary>
    /// <param name="engine">The engine to compile with.</param>
    /// <param name="wasm">The component in the binary format.</param>
    /// <param name="observer">Is told of the compilation.</param>
    /// <exception cref="InvalidModuleException">It is malformed, invalid or uses a feature that the engine lacks.</exception>
    public static CompiledComponent Compile(Engine engine, ReadOnlyMemory<byte> wasm, ICompilationObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ModuleFormat.RequireComponent(wasm.Span);
        observer?.CompilationStarted(wasm);
        nint component;
        nint error;
        try
        {
            ReadOnlyMemory<byte> joined = ModuleFormat.JoinComponentData(wasm);
            fixed (byte* start = joined.Span)
            {
                error = NativeMethods.wasmtime_component_new(engine.Handle, start, (nuint)joined.Length, &component);
            }
        }
        finally
        {
            observer?.CompilationFinished();
        }

        return error == 0
            ? new CompiledComponent(engine, component)
            : throw new InvalidModuleException($"the component is not valid WebAssembly: {NativeError.TakeLine(error)}");
    }

    /// <summary>
    /// Maps machine code that <see cref="Serialize"/> gave to a file. The file must be trusted, for the engine executes it;
    /// <see cref="CompilationCache"/> guards what it stores.
    /// </summary>
    /// <param name="engine">An engine with the options that the code was made under.</param>
    /// <param name="path">The file, which must not change while the component lives.</param>
    /// <exception cref="EngineException">The code is for another engine, other options or another processor.</exception>
    public static CompiledComponent Deserialize(Engine engine, string path)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(path);
        fixed (byte* start = Encoding.UTF8.GetBytes(path + '\0'))
        {
            nint component;
            NativeError.ThrowIfError(NativeMethods.wasmtime_component_deserialize_file(engine.Handle, start, &component));
            return new CompiledComponent(engine, component);
        }
    }

    /// <summary>Copies machine code that <see cref="Serialize"/> gave. It must be trusted, for the engine executes it.</summary>
    /// <param name="engine">An engine with the options that the code was made under.</param>
    /// <param name="code">The machine code.</param>
    /// <exception cref="EngineException">The code is for another engine, other options or another processor.</exception>
    internal static CompiledComponent Deserialize(Engine engine, ReadOnlySpan<byte> code)
    {
        fixed (byte* start = code)
        {
            nint component;
            NativeError.ThrowIfError(NativeMethods.wasmtime_component_deserialize(engine.Handle, start, (nuint)code.Length, &component));
            return new CompiledComponent(engine, component);
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

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();

    private void SerializeTo(Action<ReadOnlySpan<byte>> use)
    {
        ByteVector bytes;
        NativeError.ThrowIfError(NativeMethods.wasmtime_component_serialize(Handle, &bytes));
        try
        {
            use(bytes.Span);
        }
        finally
        {
            bytes.Delete();
        }
    }
}
