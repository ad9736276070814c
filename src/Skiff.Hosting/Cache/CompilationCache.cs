using System.Security.Cryptography;
using Skiff.Hosting.Cache;

namespace Skiff.Hosting;

/// <summary>
/// Machine code kept on disk, so that a module is compiled once for each engine, option set and kind of processor.
/// Processes and threads may share a cache. Entries that are damaged, or were not made for exactly the same purpose, are
/// compiled anew.
/// </summary>
public sealed class CompilationCache
{
    /// <summary>The environment variable that names the directory of <see cref="Default"/>.</summary>
    public const string DirectoryVariable = "SKIFF_CACHE_DIR";

    /// <summary>The default of <see cref="MaxSize"/>: 1 GiB.</summary>
    public const long DefaultMaxSize = 1L << 30;

    private const string Extension = ".cwasm";

    /// <summary>The extension of files that are being written.</summary>
    internal const string TemporaryExtension = ".cwasm-tmp";

    // An entry's time of last use is written at most this often.
    private static readonly TimeSpan s_useGranularity = TimeSpan.FromHours(12);

    // Left over by a process that was killed while it wrote.
    private static readonly TimeSpan s_staleTemporary = TimeSpan.FromHours(1);

    // Records are some hundred bytes, and made anew from the entry.
    private static readonly TimeSpan s_staleRecord = TimeSpan.FromDays(30);

    /// <summary>Uses a directory as a cache. It is created when the first entry is stored.</summary>
    /// <param name="directory">The directory, which only trusted users may write to: what is in it is executed.</param>
    /// <param name="maxSize">The most bytes to keep; the entries that were not used for longest go first.</param>
    public CompilationCache(string directory, long maxSize = DefaultMaxSize)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentOutOfRangeException.ThrowIfNegative(maxSize);
        Directory = Path.GetFullPath(directory);
        MaxSize = maxSize;
    }

    /// <summary>
    /// The cache in the directory that <c>SKIFF_CACHE_DIR</c> names, else in the user's cache directory; null for a user that has none.
    /// </summary>
    public static CompilationCache? Default => DefaultDirectory is { } directory ? new CompilationCache(directory) : null;

    /// <summary>Where the entries are.</summary>
    public string Directory { get; }

    /// <summary>The most bytes that are kept.</summary>
    public long MaxSize { get; }

    /// <summary>Why the last compiled module could not be stored; null if it was. The module can be used all the same.</summary>
    public Exception? StoreFailure { get; private set; }

    /// <summary>Gives the compiled module of a file, from the cache if it can.</summary>
    /// <param name="engine">The engine to run it on.</param>
    /// <param name="path">The module's file.</param>
    /// <param name="observer">Is told if the module must be compiled.</param>
    /// <exception cref="InvalidModuleException">The module does not compile.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public CompiledModule Load(Engine engine, string path, ICompilationObserver? observer = null) =>
        Load(engine, path, observer, CodeForm.Module);

    /// <summary>Gives the compiled component of a file, from the cache if it can.</summary>
    /// <param name="engine">The engine to run it on.</param>
    /// <param name="path">The component's file.</param>
    /// <param name="observer">Is told if the component must be compiled.</param>
    /// <exception cref="InvalidModuleException">The component does not compile.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public CompiledComponent LoadComponent(Engine engine, string path, ICompilationObserver? observer = null) =>
        Load(engine, path, observer, CodeForm.Component);

    /// <summary>Gives the compiled form of a module, from the cache if it can.</summary>
    /// <param name="engine">The engine to run it on.</param>
    /// <param name="wasm">The module in the binary format.</param>
    /// <param name="observer">Is told if the module must be compiled.</param>
    /// <exception cref="InvalidModuleException">The module does not compile.</exception>
    public CompiledModule Load(Engine engine, ReadOnlyMemory<byte> wasm, ICompilationObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return Load(engine, wasm, Digest(wasm), observer, CodeForm.Module, out _);
    }

    /// <summary>Gives the compiled form of a component, from the cache if it can.</summary>
    /// <param name="engine">The engine to run it on.</param>
    /// <param name="wasm">The component in the binary format.</param>
    /// <param name="observer">Is told if the component must be compiled.</param>
    /// <exception cref="InvalidModuleException">The component does not compile.</exception>
    public CompiledComponent LoadComponent(Engine engine, ReadOnlyMemory<byte> wasm, ICompilationObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return Load(engine, wasm, Digest(wasm), observer, CodeForm.Component, out _);
    }

    /// <summary>Deletes entries until the rest is within <see cref="MaxSize"/>, those first that were not used for longest.</summary>
    public void Trim()
    {
        var entries = new List<FileInfo>();
        foreach (FileInfo file in Files())
        {
            if (file.Extension == Extension)
            {
                entries.Add(file);
            }
            else if (DateTime.UtcNow - file.LastWriteTimeUtc > (file.Extension == TemporaryExtension ? s_staleTemporary : s_staleRecord))
            {
                TryDelete(file);
            }
        }

        long size = entries.Sum(entry => entry.Length);
        foreach (FileInfo entry in entries.OrderBy(entry => entry.LastWriteTimeUtc))
        {
            if (size <= MaxSize)
            {
                break;
            }

            size -= entry.Length;
            TryDelete(entry);
        }
    }

    /// <summary>Deletes all entries.</summary>
    public void Clear()
    {
        foreach (FileInfo file in Files())
        {
            TryDelete(file);
        }
    }

    private static string? DefaultDirectory
    {
        get
        {
            if (Environment.GetEnvironmentVariable(DirectoryVariable) is { Length: > 0 } chosen)
            {
                return chosen;
            }

            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
            string? root = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)
                : OperatingSystem.IsMacOS()
                    ? Path.Combine(home, "Library", "Caches")
                    : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache)
                        ? cache
                        : Path.Combine(home, ".cache");
            return Path.IsPathRooted(root) ? Path.Combine(root, "skiff") : null;
        }
    }

    private T Load<T>(Engine engine, string path, ICompilationObserver? observer, CodeForm<T> form)
        where T : class, ICompiledCode
    {
        ArgumentNullException.ThrowIfNull(engine);
        string modulePath = Path.GetFullPath(path);
        var seen = new SeenModule(this, modulePath, MachineCode.PurposeOf(engine));
        if (seen.Entry is { } known && TryMap(engine, known, form) is { } mapped)
        {
            StoreFailure = null;
            return mapped;
        }

        byte[] wasm = File.ReadAllBytes(modulePath);
        string digest = Digest(wasm);
        T code = Load(engine, wasm, digest, observer, form, out string entry);
        seen.Record(digest, entry);
        return code;
    }

    private T Load<T>(
        Engine engine, ReadOnlyMemory<byte> wasm, string digest, ICompilationObserver? observer, CodeForm<T> form, out string entry)
        where T : class, ICompiledCode
    {
        string identity = Identity(engine, digest);
        entry = EntryPath(digest, identity);
        if (TryMap(engine, entry, identity, form) is { } cached)
        {
            StoreFailure = null;
            return cached;
        }

        T code = form.Compile(engine, wasm, observer);
        StoreFailure = TryStore(code, entry, identity);
        return code;
    }

    private static string Digest(ReadOnlyMemory<byte> wasm) => Convert.ToHexStringLower(SHA256.HashData(wasm.Span));

    private static string Identity(Engine engine, string digest) => $"sha256 {digest}; {MachineCode.Of(engine)}";

    private string EntryPath(string digest, string identity) =>
        Path.Combine(Directory, $"{digest}-{Checksum.Of(System.Text.Encoding.UTF8.GetBytes(identity)):x16}{Extension}");

    private static T? TryMap<T>(Engine engine, string entry, string identity, CodeForm<T> form)
        where T : class, ICompiledCode
    {
        try
        {
            return File.Exists(entry) && CacheEntry.IsIntact(entry, identity) ? TryMap(engine, entry, form) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Gone meanwhile or unreadable: the same as never made.
            return null;
        }
    }

    private static T? TryMap<T>(Engine engine, string entry, CodeForm<T> form)
        where T : class, ICompiledCode
    {
        try
        {
            T code = form.Deserialize(engine, entry);
            MarkUsed(entry);
            return code;
        }
        catch (EngineException)
        {
            // Gone meanwhile, or refused by the engine: the same as never made.
            return null;
        }
    }

    private static void MarkUsed(string entry)
    {
        try
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(entry) > s_useGranularity)
            {
                File.SetLastWriteTimeUtc(entry, DateTime.UtcNow);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A cache that may only be read serves as well.
        }
    }

    /// <summary>Keeps the bytes of an authentic precompiled module, where nobody can change them.</summary>
    /// <returns>The file; null if it cannot be kept.</returns>
    internal string? TryStore(byte[] precompiled, string tag)
    {
        string entry = Path.Combine(Directory, tag + Extension);
        try
        {
            if (File.Exists(entry) && File.ReadAllBytes(entry).AsSpan().SequenceEqual(precompiled))
            {
                return entry;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Gone meanwhile, or of no use: it is written anew.
        }

        StoreFailure = TryStore(entry, file => SparseFile.Append(file, precompiled));
        return StoreFailure is null ? entry : null;
    }

    private Exception? TryStore(ICompiledCode code, string entry, string identity) =>
        TryStore(entry, file => CacheEntry.Write(file, code, identity));

    private Exception? TryStore(string entry, Action<FileStream> write)
    {
        string temporary = Path.Combine(Directory, $"{Path.GetRandomFileName()}{TemporaryExtension}");
        try
        {
            if (OperatingSystem.IsWindows())
            {
                System.IO.Directory.CreateDirectory(Directory);
            }
            else
            {
                System.IO.Directory.CreateDirectory(Directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                write(file);
            }

            File.Move(temporary, entry, overwrite: true);
            Trim();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(new FileInfo(temporary));
            // Where a mapped file cannot be replaced, another process has stored the same entry meanwhile.
            return File.Exists(entry) ? null : exception;
        }
    }

    private FileInfo[] Files()
    {
        var directory = new DirectoryInfo(Directory);
        return directory.Exists
            ? directory.EnumerateFiles().Where(file => file.Extension is Extension or TemporaryExtension or ModuleRecord.Extension).ToArray()
            : [];
    }

    private static void TryDelete(FileInfo file)
    {
        try
        {
            file.Delete();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // In use, or another process deleted it first.
        }
    }
}
