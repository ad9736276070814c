namespace Skiff.Hosting.Cache;

/// <summary>
/// What the cache knows of a module's file for one purpose: the entry to map, as long as file and entry are as they were when
/// both were last read through.
/// </summary>
internal sealed class SeenModule
{
    private readonly string _modulePath;
    private readonly string _purpose;
    private readonly string _recordPath;
    private readonly FileStamp? _stamp;

    /// <summary>Looks a file up.</summary>
    public SeenModule(CompilationCache cache, string modulePath, string purpose)
    {
        _modulePath = modulePath;
        _purpose = purpose;
        _recordPath = ModuleRecord.PathFor(cache.Directory, modulePath, purpose);
        _stamp = FileStamp.Of(modulePath);
        if (_stamp is { } stamp && TryRead(stamp) is { } record && Path.Combine(cache.Directory, record.Entry) is var entry
            && FileStamp.Of(entry)?.ToString() == record.EntryStamp)
        {
            Entry = entry;
        }
    }

    /// <summary>The entry, which is intact and the file's; null if the file has to be read.</summary>
    public string? Entry { get; }

    /// <summary>Remembers that an entry is intact and the file's, unless the file has changed since it was looked up.</summary>
    /// <param name="digest">What the entry was found by.</param>
    /// <param name="entry">The entry's path.</param>
    public void Record(string digest, string entry)
    {
        if (_stamp is not { IsSettled: true } stamp || stamp != FileStamp.Of(_modulePath)
            || FileStamp.Of(entry) is not { IsSettled: true } entryStamp)
        {
            return;
        }

        try
        {
            new ModuleRecord(stamp.ToString(), digest, Path.GetFileName(entry), entryStamp.ToString()).Write(_recordPath, _modulePath, _purpose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Without it the file is read next time.
        }
    }

    private ModuleRecord? TryRead(FileStamp stamp)
    {
        try
        {
            return ModuleRecord.Read(_recordPath, _modulePath, _purpose, stamp);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // then the file is read
        }
    }
}
