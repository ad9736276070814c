namespace Skiff.Fidelity.Files;

public static class Watching
{
    [Program]
    public static void Watcher()
    {
        Attempt.Do("watch", () =>
        {
            using FileSystemWatcher watcher = new(".") { Filter = "*.txt", NotifyFilter = NotifyFilters.FileName };
            watcher.EnableRaisingEvents = true;
        });
    }
}
