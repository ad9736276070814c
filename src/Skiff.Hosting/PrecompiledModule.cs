using System.Buffers.Binary;
using Skiff.Hosting.Cache;
using Skiff.Hosting.Interop;
using Skiff.Hosting.Precompilation;

namespace Skiff.Hosting;

/// <summary>
/// A file of machine code that was made ahead of time. Machine code can do anything that the process can, so that only what
/// the user's own <see cref="PrecompilationKey"/> authenticates is opened, unless the caller trusts the file all the same.
/// </summary>
/// <remarks>
/// What is executed is what was authenticated, whatever happens to the file afterwards: it is copied into the cache, which is
/// the user's alone, or to memory where there is no cache. As long as the file and the copy are untouched, which the
/// system tells, neither is read through again.
/// </remarks>
public sealed class PrecompiledModule
{
    /// <summary>The extension of such files.</summary>
    public const string Extension = ".cwasm";

    private const string Again = "compile the program again";

    private readonly string? _trusted;
    private readonly ReadOnlyMemory<byte> _code;

    private PrecompiledModule(EngineOptions? engineOptions, string? trusted, ReadOnlyMemory<byte> code = default) =>
        (EngineOptions, _trusted, _code) = (engineOptions, trusted, code);

    /// <summary>The options of an engine that runs it; null for a file of another tool, which does not tell.</summary>
    public EngineOptions? EngineOptions { get; }

    /// <summary>Writes a compiled module to a file, at once or not at all.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file.</param>
    /// <param name="key">The key of those who shall run it.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static void Write(CompiledModule module, string path, PrecompilationKey key) => WriteCode(module, path, key);

    /// <summary>Writes a compiled component to a file, at once or not at all.</summary>
    /// <param name="component">The component.</param>
    /// <param name="path">The file.</param>
    /// <param name="key">The key of those who shall run it.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static void Write(CompiledComponent component, string path, PrecompilationKey key) => WriteCode(component, path, key);

    private static void WriteCode(ICompiledCode compiled, string path, PrecompilationKey key)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(key);
        string destination = Path.GetFullPath(path);
        string temporary = Path.Combine(Path.GetDirectoryName(destination)!, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                compiled.SerializeTo(code =>
                {
                    SparseFile.Append(file, code);
                    file.Write(PrecompiledFormat.Trailer(code, MachineCode.Of(compiled.Engine), key));
                });
            }

            File.Move(temporary, destination, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Opens a file that the user's own key authenticates.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">The key; null for a user that has none yet, to whom nothing is authentic.</param>
    /// <param name="cache">Where a copy is kept that nobody can change; null for none, so that the whole file is read each time.</param>
    /// <exception cref="InvalidModuleException">It is no whole precompiled module, or for another engine or machine.</exception>
    /// <exception cref="UntrustedModuleException">It is not authentic.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static PrecompiledModule Open(string path, PrecompilationKey? key, CompilationCache? cache)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string file = Path.GetFullPath(path);
        SeenModule? seen = cache is not null && key?.Stamp is { } stamp ? new SeenModule(cache, file, $"precompiled, authentic to {stamp}") : null;
        if (seen?.Entry is { } known && TryRead(known) is { } before)
        {
            RequireFit(before);
            return new PrecompiledModule(before.Purpose.ToEngineOptions(), known);
        }

        byte[] bytes = File.ReadAllBytes(file);
        PrecompiledFormat format = PrecompiledFormat.Read(bytes)
            ?? throw new InvalidModuleException($"the file is no precompiled module of Skiff, or only a part of one; {Again}");
        RequireFit(format);
        if (key is null || !format.IsAuthentic(bytes, key))
        {
            throw new UntrustedModuleException("the machine code was not made with your key, or was changed since");
        }

        string tag = Convert.ToHexStringLower(format.Tag);
        if (cache?.TryStore(bytes, tag) is not { } copy)
        {
            return new PrecompiledModule(format.Purpose.ToEngineOptions(), null, bytes.AsMemory(..format.CodeLength));
        }

        seen?.Record(tag, copy);
        return new PrecompiledModule(format.Purpose.ToEngineOptions(), copy);
    }

    /// <summary>
    /// Opens a file without asking who made it, also one of another tool. Whoever can write to it can do what this process can.
    /// </summary>
    /// <param name="path">The file, which must not change while a module of it lives.</param>
    /// <exception cref="InvalidModuleException">It is for another engine or machine.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static PrecompiledModule OpenUnauthenticated(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string file = Path.GetFullPath(path);
        PrecompiledFormat? format = PrecompiledFormat.Read(file);
        if (format is not null)
        {
            RequireFit(format);
        }

        return new PrecompiledModule(format?.Purpose.ToEngineOptions(), file);
    }

    /// <summary>Whether the file is that of a component.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public bool IsComponent
    {
        get
        {
            // Both are ELF files, which the engine marks as one or the other in their flags.
            const int flags = 0x30, component = 2;
            Span<byte> head = stackalloc byte[flags + sizeof(int)];
            if (_trusted is null)
            {
                return _code.Length >= head.Length && (BinaryPrimitives.ReadInt32LittleEndian(_code.Span[flags..]) & component) != 0;
            }

            using Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(_trusted);
            return RandomAccess.Read(file, head, 0) == head.Length && (BinaryPrimitives.ReadInt32LittleEndian(head[flags..]) & component) != 0;
        }
    }

    /// <summary>Loads the machine code of a module.</summary>
    /// <param name="engine">An engine with <see cref="EngineOptions"/>.</param>
    /// <exception cref="InvalidModuleException">The engine refuses it.</exception>
    public CompiledModule Load(Engine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return Load(() => _trusted is not null ? CompiledModule.Deserialize(engine, _trusted) : CompiledModule.Deserialize(engine, _code.Span));
    }

    /// <summary>Loads the machine code of a component.</summary>
    /// <param name="engine">An engine with <see cref="EngineOptions"/>.</param>
    /// <exception cref="InvalidModuleException">The engine refuses it.</exception>
    public CompiledComponent LoadComponent(Engine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return Load(() => _trusted is not null ? CompiledComponent.Deserialize(engine, _trusted) : CompiledComponent.Deserialize(engine, _code.Span));
    }

    private static T Load<T>(Func<T> deserialize)
    {
        try
        {
            return deserialize();
        }
        catch (EngineException exception)
        {
            throw new InvalidModuleException($"the engine refuses the machine code ({NativeError.OneLine(exception.Message)}); {Again}", exception);
        }
    }

    private static PrecompiledFormat? TryRead(string copy)
    {
        try
        {
            return PrecompiledFormat.Read(copy);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // deleted meanwhile, or of no use: then the file itself is read
        }
    }

    private static void RequireFit(PrecompiledFormat format)
    {
        if (format.Purpose.Misfit() is { } reason)
        {
            throw new InvalidModuleException($"{reason}; {Again} here");
        }
    }
}
