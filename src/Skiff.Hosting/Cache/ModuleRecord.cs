using System.Text;

namespace Skiff.Hosting.Cache;

/// <summary>
/// What was found out about a module's file and its entry, kept so that neither has to be read through again as long as both
/// are untouched.
/// </summary>
/// <param name="Module">The stamp of the module's file.</param>
/// <param name="Digest">Its SHA-256; of a precompiled module, what authenticates it.</param>
/// <param name="Entry">The name of its entry.</param>
/// <param name="EntryStamp">The stamp of the entry, which was intact.</param>
internal sealed record ModuleRecord(string Module, string Digest, string Entry, string EntryStamp)
{
    /// <summary>The extension of records.</summary>
    public const string Extension = ".cwasm-seen";

    private const int DigestLength = 64;

    /// <summary>The file that keeps the record of a module.</summary>
    /// <param name="cacheDirectory">The cache.</param>
    /// <param name="modulePath">The module's file.</param>
    /// <param name="purpose">What its machine code is for, as a line.</param>
    public static string PathFor(string cacheDirectory, string modulePath, string purpose) =>
        Path.Combine(cacheDirectory, $"{Checksum.Of(Encoding.UTF8.GetBytes($"{modulePath}\n{purpose}")):x16}{Extension}");

    /// <summary>Reads a record; null if there is none for the file as it is now.</summary>
    public static ModuleRecord? Read(string recordPath, string modulePath, string purpose, FileStamp stamp)
    {
        if (!File.Exists(recordPath))
        {
            return null;
        }

        string[] lines = File.ReadAllLines(recordPath);
        return lines.Length == 6 && lines[0] == modulePath && lines[1] == purpose && lines[2] == stamp.ToString()
            && lines[3].Length == DigestLength && lines[3].All(char.IsAsciiHexDigitLower) && lines[4] == Path.GetFileName(lines[4])
            ? new ModuleRecord(lines[2], lines[3], lines[4], lines[5])
            : null;
    }

    /// <summary>Writes the record; at once, for others may be reading it.</summary>
    public void Write(string recordPath, string modulePath, string purpose)
    {
        string temporary = $"{recordPath}.{Path.GetRandomFileName()}{CompilationCache.TemporaryExtension}";
        File.WriteAllLines(temporary, [modulePath, purpose, Module, Digest, Entry, EntryStamp]);
        File.Move(temporary, recordPath, overwrite: true);
    }
}
