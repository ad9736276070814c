namespace Skiff.Personality;

/// <summary>What has to be done before the host is asked for anything.</summary>
internal static class Host
{
    /// <summary>Nothing: preview1's descriptors are numbers that are there from the start.</summary>
    internal static void Initialize()
    {
    }

    /// <summary>Where the host says that the program starts, which preview1 has no words for: null.</summary>
    internal static unsafe byte* InitialDirectory() => null;

    /// <summary>
    /// How long to wait, in nanoseconds, to see what is ready now. Node looks at clocks first, in milliseconds, and at
    /// nothing else when the time has passed.
    /// </summary>
    internal const ulong Glance = 1_000_000;
}
