namespace Skiff.Runtime;

/// <summary>The steps of xxHash32 that know the seed or the result; the seed is that of <see cref="HashCodes"/>.</summary>
[Patch(Bcl.CoreLib, "System.HashCode")]
internal static class HashCodePatch
{
    private const uint Prime1 = 2654435761;
    private const uint Prime2 = 2246822519;
    private const uint Prime3 = 3266489917;
    private const uint Prime5 = 374761393;

    public static void _cctor()
    {
    }

    public static void Initialize(out uint v1, out uint v2, out uint v3, out uint v4)
    {
        uint seed = HashCodes.IsPlain ? HashCodes.Seed : HashCodes.GetSeed();
        v1 = seed + unchecked(Prime1 + Prime2);
        v2 = seed + Prime2;
        v3 = seed;
        v4 = seed - Prime1;
    }

    public static uint MixEmptyState() => (HashCodes.IsPlain ? HashCodes.Seed : HashCodes.GetSeed()) + Prime5;

    public static uint MixFinal(uint hash)
    {
        hash ^= hash >> 15;
        hash *= Prime2;
        hash ^= hash >> 13;
        hash *= Prime3;
        hash ^= hash >> 16;
        return HashCodes.IsPlain ? hash : HashCodes.Finish(hash);
    }
}
