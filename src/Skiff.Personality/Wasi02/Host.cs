namespace Skiff.Personality;

/// <summary>What has to be done before the host is asked for anything.</summary>
internal static class Host
{
    /// <summary>Begins anew, also with a host that is another than before.</summary>
    internal static void Initialize() => HostFiles.Initialize();

    /// <summary>Where the host says that the program starts, a text that the caller frees; or null.</summary>
    internal static unsafe byte* InitialDirectory()
    {
        OptionalString directory;
        Cli.InitialCwd(&directory);
        if (directory.IsSome.Value == 0)
        {
            return null;
        }

        // The root is where it starts anyway, unless someone else knows better.
        byte* text = directory.Value.Count > 1 ? Text.Duplicate(directory.Value.Items, directory.Value.Count) : null;
        directory.Value.Free();
        return text;
    }

    /// <summary>How long to wait, in nanoseconds, to see what is ready now.</summary>
    internal const ulong Glance = 0;
}
