extern alias SystemTextJson;
using Marvin = SystemTextJson::System.Marvin;

namespace Skiff.Runtime;

/// <summary>The seed of hash codes of property names, which live as long as a text is being read.</summary>
[Patch(Bcl.Json, "System.Marvin")]
internal static class JsonMarvinPatch
{
    private static ulong s_seed;

    public static void _cctor()
    {
    }

    public static ulong get_DefaultSeed()
    {
        if (!Snapshot.HasStarted)
        {
            return 1;
        }

        return s_seed != 0 ? s_seed : s_seed = Marvin.GenerateSeed() | 1;
    }
}
