namespace Skiff.Personality;

/// <summary>What has to be done before the host is asked for anything.</summary>
internal static class Host
{
    /// <summary>Nothing: preview1's descriptors are numbers that are there from the start.</summary>
    internal static void Initialize()
    {
    }
}
