using System.Security.Cryptography;
using Skiff.Hosting.Cache;

namespace Skiff.Hosting;

/// <summary>
/// The secret by which a host recognises the precompiled modules that it may execute: those that were made with the same key.
/// Each user has one, in a file that nobody else can read.
/// </summary>
public sealed class PrecompilationKey
{
    /// <summary>The environment variable that names <see cref="DefaultFile"/>. Hosts that share a key trust each other's modules.</summary>
    public const string FileVariable = "SKIFF_KEY_FILE";

    private const int Size = 32;
    private const string FileName = "precompilation.key";

    /// <summary>Milliseconds within which another process writes the key whose file it has just made, or never will.</summary>
    private const int LongestWrite = 300;

    private readonly byte[] _secret;

    private PrecompilationKey(byte[] secret, FileStamp? stamp) => (_secret, Stamp) = (secret, stamp);

    /// <summary>Changes when the key's file does; null where the system tells too little.</summary>
    internal FileStamp? Stamp { get; }

    /// <summary>
    /// The file of the user's key: what <c>SKIFF_KEY_FILE</c> names, else <c>skiff/precompilation.key</c> in the user's directory
    /// for data; null for a user that has none.
    /// </summary>
    public static string? DefaultFile
    {
        get
        {
            if (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } chosen)
            {
                return Path.GetFullPath(chosen);
            }

            string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return Path.IsPathRooted(data) ? Path.Combine(data, "skiff", FileName) : null;
        }
    }

    /// <summary>Reads a key.</summary>
    /// <param name="path">Its file.</param>
    /// <returns>The key; null if there is no such file, so that no module was ever made with it.</returns>
    /// <exception cref="IOException">The file cannot be read, is no key, or others can read or write it.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static PrecompilationKey? Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] secret = new byte[Size + 1];
        int length;
        try
        {
            using Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(path);
            const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~owner) != 0)
            {
                throw new IOException($"others can use the key '{path}', so that it proves nothing; chmod 600 it if nobody has, else delete it");
            }

            length = RandomAccess.Read(file, secret, fileOffset: 0);
            for (int i = 0; length < Size && i < LongestWrite; i++)
            {
                Thread.Sleep(1);
                length = RandomAccess.Read(file, secret, fileOffset: 0);
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        return length == Size
            ? new PrecompilationKey(secret[..Size], FileStamp.Of(path))
            : throw new IOException($"'{path}' is no key of {Size} bytes; delete it, and precompile again what was made with it");
    }

    /// <summary>Reads a key, or makes one that nobody had before.</summary>
    /// <param name="path">Its file; the directory is created, for the user alone, if need be.</param>
    /// <exception cref="IOException">The file cannot be read or written, is no key, or others can read or write it.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read or written.</exception>
    public static PrecompilationKey ReadOrCreate(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Read(path) is { } key)
        {
            return key;
        }

        string directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            // Of all processes that do this now the system lets one make the file.
            using var file = new FileStream(path, options);
            file.Write(RandomNumberGenerator.GetBytes(Size));
            file.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(path))
        {
            // The other process's key is as good.
        }

        return Read(path) ?? throw new IOException($"the key '{path}' was deleted while it was made; try again");
    }

    /// <summary>Authenticates two pieces that follow each other.</summary>
    internal byte[] Tag(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        hash.AppendData(one);
        hash.AppendData(other);
        return hash.GetHashAndReset();
    }
}
