namespace Skiff.Compiler.Flow;

/// <summary>How often the locals of a function are read and assigned.</summary>
internal sealed class LocalUses
{
    private readonly Dictionary<Local, int> _reads = [];
    private readonly Dictionary<Local, int> _assignments = [];

    /// <summary>Counts in <paramref name="blocks"/>.</summary>
    public LocalUses(IEnumerable<FlowBlock> blocks)
    {
        foreach (FlowBlock block in blocks)
        {
            foreach (Expression expression in Walk.Expressions(block))
            {
                if (expression is LocalExpression read)
                {
                    _reads[read.Local] = Reads(read.Local) + 1;
                }
            }

            foreach (Statement statement in block.Statements)
            {
                if (statement is AssignStatement assign)
                {
                    _assignments[assign.Local] = Assignments(assign.Local) + 1;
                }
            }
        }
    }

    /// <summary>The number of places where <paramref name="local"/> is read.</summary>
    public int Reads(Local local) => _reads.GetValueOrDefault(local);

    /// <summary>The number of places where <paramref name="local"/> is assigned.</summary>
    public int Assignments(Local local) => _assignments.GetValueOrDefault(local);
}
