namespace Skiff.Compiler.Flow.Simplification;

/// <summary>Makes a flow graph smaller without changing what it does.</summary>
/// <remarks>
/// Front ends translate one instruction at a time and put what they do not understand yet into temporaries and frame slots;
/// this is where those go away. Every pass is worth its while only after the others, so they take turns.
/// </remarks>
internal static class Simplifier
{
    private const int MostRounds = 6;

    /// <summary>Simplifies <paramref name="graph"/>.</summary>
    public static void Simplify(FlowGraph graph)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            bool changed = BlockMerging.Run(graph);
            changed |= LocalSplitting.Run(graph);
            changed |= CopyPropagation.Run(graph);
            changed |= SlotPromotion.Run(graph);
            changed |= Forwarding.Run(graph);
            changed |= DeadAssignments.Run(graph);
            changed |= Selection.Run(graph);
            if (!changed)
            {
                return;
            }
        }
    }
}
