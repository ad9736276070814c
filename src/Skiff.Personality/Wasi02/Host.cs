namespace Skiff.Personality;

/// <summary>What has to be done before the host is asked for anything.</summary>
internal static class Host
{
    /// <summary>Begins anew, also with a host that is another than before.</summary>
    internal static void Initialize() => HostFiles.Initialize();

    /// <summary>How long to wait, in nanoseconds, to see what is ready now.</summary>
    internal const ulong Glance = 0;
}
