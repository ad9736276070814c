namespace Skiff.Runtime;

/// <summary>
/// Whether the program has started. Before, it may be being booted for a snapshot: then whatever depends on chance or on
/// where the program runs has to be taken afresh when it starts, as many processes will begin with the same memory.
/// </summary>
[AddTo(Bcl.CoreLib)]
internal static class Snapshot
{
    /// <summary>Whether this process is the one that the program runs in.</summary>
    public static bool HasStarted;

    private static List<Action>? s_atStart;
    private static int[]? s_collections;

    /// <summary>How many collections of a generation were before the snapshot.</summary>
    public static int CollectionsBefore(int generation) => s_collections is { } collections ? collections[generation] : 0;

    /// <summary>Remembers how many collections there were, which are none of the program's.</summary>
    public static void CountCollections()
    {
        s_collections = new int[GC.MaxGeneration + 1];
        for (int generation = 0; generation < s_collections.Length; generation++)
        {
            s_collections[generation] = GC.GetCollectionCount(generation);
        }
    }

    /// <summary>Does something when the program starts; only before that.</summary>
    public static void AtStart(Action action) => (s_atStart ??= []).Add(action);

    /// <summary>The program starts in the process that booted it: nothing is frozen.</summary>
    public static void StartHere()
    {
        HasStarted = true;
        s_atStart = null;
        StringHashes.StartHere();
        HashCodes.StartHere();
    }

    /// <summary>The program starts in a process of its own.</summary>
    public static void StartAgain()
    {
        HasStarted = true;
        HashCodes.StartAgain();
        if (s_atStart is { } actions)
        {
            s_atStart = null;
            foreach (Action action in actions)
            {
                action();
            }
        }
    }
}
