namespace Skiff.Compiler.Flow.Structuring;

/// <summary>
/// Turns a reducible flow graph into nested regions by walking its dominator tree, after Norman Ramsey,
/// "Beyond Relooper: Recursive Translation of Unstructured Control Flow to Structured Control Flow" (ICFP 2022).
/// </summary>
/// <remarks>
/// A block with several forward predecessors follows a wasm <c>block</c> inside its immediate dominator's region; a
/// block with a back edge becomes a <c>loop</c>; every other block is placed where its one predecessor branches to it.
/// A region is built knowing the label that control falls into when it ends (<c>next</c>), so that a branch there costs nothing.
/// </remarks>
internal sealed class Structurer
{
    private readonly DominatorTree _tree;
    private readonly bool[] _isLoopHeader;
    private readonly bool[] _isMerge;
    private readonly Dictionary<int, Label> _blockLabels = [];
    private readonly Dictionary<int, Label> _loopLabels = [];

    private Structurer(FlowGraph graph)
    {
        _tree = new DominatorTree(graph);
        _isLoopHeader = new bool[_tree.Blocks.Count];
        _isMerge = new bool[_tree.Blocks.Count];
        for (int block = 0; block < _tree.Blocks.Count; block++)
        {
            int forward = 0;
            foreach (int predecessor in _tree.Predecessors[block])
            {
                if (predecessor < block)
                {
                    // Switch targets are always labels, even with one predecessor.
                    forward += _tree.Blocks[predecessor].Terminator is SwitchTerminator ? 2 : 1;
                }
                else if (_tree.Dominates(block, predecessor))
                {
                    _isLoopHeader[block] = true;
                }
                else
                {
                    throw new IrreducibleFlowException(_tree.Blocks[block]);
                }
            }

            _isMerge[block] = forward > 1;
        }
    }

    /// <summary>Structures <paramref name="graph"/>.</summary>
    /// <exception cref="IrreducibleFlowException">A loop is entered in two places.</exception>
    public static Region Structure(FlowGraph graph) => new Structurer(graph).Tree(0, null);

    private Region Tree(int block, Label? next)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        List<int> merges = _tree.Children[block].FindAll(child => _isMerge[child]);
        if (!_isLoopHeader[block])
        {
            return Within(block, merges, merges.Count - 1, next);
        }

        Label label = _loopLabels[block] = new Label();
        // The end of a loop falls out of it, into what follows.
        Region body = Within(block, merges, merges.Count - 1, next);
        return label.Uses > 0 ? new LoopRegion(label, body) : body;
    }

    /// <summary>The block itself, wrapped so that the merges up to index <paramref name="last"/> follow it in order.</summary>
    private SequenceRegion Within(int block, List<int> merges, int last, Label? next)
    {
        // The innermost wrap belongs to the first merge; the code of each merge falls into the one after it.
        if (last < 0)
        {
            return Sequence(new StatementsRegion(_tree.Blocks[block]), End(block, next));
        }

        int merge = merges[last];
        Label label = _blockLabels[merge] = new Label();
        Region inside = Within(block, merges, last - 1, label);
        Region wrapped = label.Uses > 0 ? new BlockRegion(label, inside) : inside;
        return Sequence(wrapped, Tree(merge, next));
    }

    private Region End(int block, Label? next)
    {
        switch (_tree.Blocks[block].Terminator)
        {
            case JumpTerminator jump:
                return Branch(block, jump.Targets[0], next);
            case BranchTerminator branch:
                return new IfRegion(branch.Condition, Branch(block, branch.WhenTrue, next), Branch(block, branch.WhenFalse, next));
            case SwitchTerminator choice:
                return new SwitchRegion(choice.Index, [.. choice.Targets.Select(target => Use(LabelOf(block, _tree.Number(target))))]);
            case ReturnTerminator end:
                return new ReturnRegion(end.Value);
            default:
                return new TrapRegion();
        }
    }

    private Region Branch(int source, FlowBlock targetBlock, Label? next)
    {
        int target = _tree.Number(targetBlock);
        if (target > source && !_isMerge[target])
        {
            return Tree(target, next);
        }

        Label label = LabelOf(source, target);
        return label == next ? new SequenceRegion([]) : new BreakRegion(Use(label));
    }

    private Label LabelOf(int source, int target) => target <= source ? _loopLabels[target] : _blockLabels[target];

    private static Label Use(Label label)
    {
        label.Uses++;
        return label;
    }

    private static SequenceRegion Sequence(Region first, Region second)
    {
        var parts = new List<Region>();
        foreach (Region region in (ReadOnlySpan<Region>)[first, second])
        {
            if (region is SequenceRegion sequence)
            {
                parts.AddRange(sequence.Parts);
            }
            else
            {
                parts.Add(region);
            }
        }

        return new SequenceRegion(parts);
    }
}
