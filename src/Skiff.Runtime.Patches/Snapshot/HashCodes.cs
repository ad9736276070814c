namespace Skiff.Runtime;

/// <summary>
/// What <c>HashCode</c> makes, which depends on a random seed of the process. Where it was used before a snapshot was
/// taken, the seed of that time stays, results that occurred then stay what they were, and all others are mixed with a
/// number that every process makes for itself: either way a result depends on nothing but what was hashed.
/// </summary>
[AddTo(Bcl.CoreLib)]
internal static unsafe class HashCodes
{
    private const uint Prime2 = 2246822519;
    private const uint Prime3 = 3266489917;
    private const int FirstCapacity = 256;

    /// <summary>Whether results are what <see cref="Seed"/> makes of them.</summary>
    public static bool IsPlain;

    /// <summary>The seed.</summary>
    public static uint Seed;

    private static bool s_hasSeed;
    private static bool s_hasKey;
    private static uint s_key;

    // An open hash set of the results, whose size is a power of two. Zero is not in it, but always kept.
    private static uint[]? s_kept;
    private static int s_keptCount;

    /// <summary>The seed, where <see cref="IsPlain"/> is false.</summary>
    public static uint GetSeed()
    {
        if (!s_hasSeed)
        {
            Seed = Random();
            s_hasSeed = true;
        }

        IsPlain = Snapshot.HasStarted && s_kept is null;
        return Seed;
    }

    /// <summary>The last step of a result, where <see cref="IsPlain"/> is false.</summary>
    public static uint Finish(uint hash)
    {
        if (!Snapshot.HasStarted)
        {
            Keep(hash);
            return hash;
        }

        if (s_kept is null || hash == 0 || s_kept[Slot(hash)] == hash)
        {
            return hash;
        }

        if (!s_hasKey)
        {
            s_key = Random();
            s_hasKey = true;
        }

        hash = (hash ^ s_key) * Prime2;
        hash = (hash ^ (hash >> 15) ^ s_key) * Prime3;
        return hash ^ (hash >> 16);
    }

    /// <summary>The program starts in the process that booted it, and goes on with the seed that there is.</summary>
    public static void StartHere() => s_kept = null;

    /// <summary>The program starts in a process of its own.</summary>
    public static void StartAgain() => s_hasSeed = s_kept is not null;

    private static void Keep(uint hash)
    {
        s_kept ??= new uint[FirstCapacity];
        int slot = Slot(hash);
        if (hash == 0 || s_kept[slot] == hash)
        {
            return;
        }

        s_kept[slot] = hash;
        if (++s_keptCount > s_kept.Length / 2)
        {
            uint[] smaller = s_kept;
            s_kept = new uint[smaller.Length * 2];
            foreach (uint kept in smaller)
            {
                s_kept[Slot(kept)] = kept;
            }
        }
    }

    /// <summary>Where a result is, or has to go.</summary>
    private static int Slot(uint hash)
    {
        uint[] kept = s_kept!;
        int slot = (int)(hash & (uint)(kept.Length - 1));
        while (kept[slot] != 0 && kept[slot] != hash)
        {
            slot = (slot + 1) & (kept.Length - 1);
        }

        return slot;
    }

    private static uint Random()
    {
        uint value;
        Interop.GetRandomBytes((byte*)&value, sizeof(uint));
        return value;
    }
}
