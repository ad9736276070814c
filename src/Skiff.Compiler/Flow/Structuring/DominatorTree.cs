namespace Skiff.Compiler.Flow.Structuring;

/// <summary>
/// Immediate dominators by the iteration of Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
/// Blocks are named by their number in reverse postorder.
/// </summary>
internal sealed class DominatorTree
{
    private readonly Dictionary<FlowBlock, int> _numbers;
    private readonly int[] _immediateDominator;

    /// <summary>Computes the tree of <paramref name="graph"/>.</summary>
    public DominatorTree(FlowGraph graph)
    {
        Blocks = graph.ReversePostorder();
        _numbers = new Dictionary<FlowBlock, int>(Blocks.Count);
        for (int i = 0; i < Blocks.Count; i++)
        {
            _numbers.Add(Blocks[i], i);
        }

        Predecessors = new List<int>[Blocks.Count];
        Children = new List<int>[Blocks.Count];
        for (int i = 0; i < Blocks.Count; i++)
        {
            Predecessors[i] = [];
            Children[i] = [];
        }

        for (int i = 0; i < Blocks.Count; i++)
        {
            foreach (FlowBlock target in Blocks[i].Terminator.Targets)
            {
                Predecessors[Number(target)].Add(i);
            }
        }

        _immediateDominator = ComputeImmediateDominators();
        for (int i = 1; i < Blocks.Count; i++)
        {
            Children[_immediateDominator[i]].Add(i);
        }
    }

    /// <summary>The blocks in reverse postorder; a block's index is its number.</summary>
    public IReadOnlyList<FlowBlock> Blocks { get; }

    /// <summary>For each block where control comes from; one entry for each edge.</summary>
    public List<int>[] Predecessors { get; }

    /// <summary>For each block the blocks that it immediately dominates, by rising number.</summary>
    public List<int>[] Children { get; }

    /// <summary>The number of a block that can be reached.</summary>
    public int Number(FlowBlock block) => _numbers[block];

    /// <summary>Whether every way to <paramref name="block"/> goes through <paramref name="dominator"/>.</summary>
    public bool Dominates(int dominator, int block)
    {
        while (block > dominator)
        {
            block = _immediateDominator[block];
        }

        return block == dominator;
    }

    private int[] ComputeImmediateDominators()
    {
        int[] idom = new int[Blocks.Count];
        Array.Fill(idom, -1);
        idom[0] = 0;
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = 1; i < idom.Length; i++)
            {
                int dominator = -1;
                foreach (int predecessor in Predecessors[i])
                {
                    if (idom[predecessor] >= 0)
                    {
                        dominator = dominator < 0 ? predecessor : Intersect(idom, dominator, predecessor);
                    }
                }

                if (idom[i] != dominator)
                {
                    idom[i] = dominator;
                    changed = true;
                }
            }
        }

        return idom;
    }

    private static int Intersect(int[] idom, int a, int b)
    {
        while (a != b)
        {
            while (a > b)
            {
                a = idom[a];
            }

            while (b > a)
            {
                b = idom[b];
            }
        }

        return a;
    }
}
