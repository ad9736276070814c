using Skiff.Compiler.Flow;

namespace Skiff.Compiler.Emission;

/// <summary>How often the locals of a function are read.</summary>
internal sealed class LocalUses
{
    private readonly Dictionary<Local, int> _reads = [];

    /// <summary>Counts the reads in <paramref name="blocks"/>.</summary>
    public LocalUses(IEnumerable<FlowBlock> blocks)
    {
        foreach (LocalExpression read in blocks.SelectMany(Walk.Expressions).OfType<LocalExpression>())
        {
            _reads[read.Local] = Reads(read.Local) + 1;
        }
    }

    /// <summary>The number of places where <paramref name="local"/> is read.</summary>
    public int Reads(Local local) => _reads.GetValueOrDefault(local);
}
