namespace Skiff.Runtime.Unsupported;

[Patch("System.IO.FileSystem.Watcher", "System.SR")]
internal static class FileSystemWatcherTexts
{
    public static string get_FileSystemWatcher_PlatformNotSupported() =>
        "WASI does not tell of changes to files; compare File.GetLastWriteTimeUtc from a timer instead.";
}
