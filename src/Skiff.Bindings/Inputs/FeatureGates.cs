using Skiff.Wit;

namespace Skiff.Bindings.Inputs;

/// <summary>
/// Takes the gates of features off what was asked for, so that the world in the assembly's metadata has it for whoever reads
/// that.
/// </summary>
internal static class FeatureGates
{
    /// <summary>Takes the gates off a world and all that it has.</summary>
    public static void Remove(World world)
    {
        world.Stability = Open(world.Stability);
        Remove(world.DefinedTypes);
        foreach (WorldItem item in world.Imports.Concat(world.Exports))
        {
            switch (item)
            {
                case WorldInterface of:
                    of.Stability = Open(of.Stability);
                    of.Interface.Stability = Open(of.Interface.Stability);
                    Remove(of.Interface.DefinedTypes);
                    Remove(of.Interface.AllFunctions);
                    break;
                case WorldFunction function:
                    Remove([function.Function]);
                    break;
            }
        }
    }

    private static void Remove(IEnumerable<TypeDefinition> types)
    {
        foreach (TypeDefinition type in types)
        {
            type.Stability = Open(type.Stability);
        }
    }

    private static void Remove(IEnumerable<Function> functions)
    {
        foreach (Function function in functions)
        {
            function.Stability = Open(function.Stability);
        }
    }

    // A deprecation alone is no gate (WIT.md, "Feature Gates").
    private static Stability Open(Stability stability) => stability.Feature is null ? stability : Stability.Ungated;
}
