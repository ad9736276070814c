namespace Skiff.Runtime;

/// <summary>A generator without a seed of its own starts afresh when the program does.</summary>
[Patch(Bcl.CoreLib, "System.Random")]
internal static class RandomPatch
{
    public static void _ctor(Random self)
    {
        self._impl = Make(self);
        if (!Snapshot.HasStarted)
        {
            Snapshot.AtStart(() => self._impl = Make(self));
        }
    }

    private static Random.ImplBase Make(Random generator) =>
        generator.GetType() == typeof(Random) ? new Random.XoshiroImpl() : new Random.CompatDerivedImpl(generator);
}
