namespace Skiff.Personality;

#pragma warning disable CS0649 // Managed code fills it in.

/// <summary>All that managed code waits for besides time.</summary>
internal unsafe struct HostWaits
{
    public int Count;

    public HostWait* Items;
}
