namespace Skiff.Runtime.Threading;

[Patch(Bcl.CoreLib, "System.GC")]
internal static class GCPatch
{
    public static void WaitForPendingFinalizers()
    {
        while (EventLoop.RunBackground())
        {
        }
    }

    /// <summary>A collection of a generation is one of the younger generations, too; the collector counts it once.</summary>
    public static int CollectionCount(int generation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(generation);
        int count = 0;
        for (int g = generation; g <= GC.MaxGeneration; g++)
        {
            count += GC.GetCollectionCount(g) - Snapshot.CollectionsBefore(g);
        }

        return count;
    }

    /// <summary>There is one thread, whose count is exact.</summary>
    public static long GetTotalAllocatedBytes(bool precise) => GC.GetAllocatedBytesForCurrentThread();

    /// <summary>The memory of a module has no limit that would change.</summary>
    public static void RefreshMemoryLimit()
    {
    }
}
