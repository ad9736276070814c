namespace Skiff.Compiler.Flow.Simplification;

/// <summary>Joins blocks that always follow each other, skips those that do nothing, and follows branches that are decided.</summary>
internal static class BlockMerging
{
    /// <summary>Runs the pass.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Run(FlowGraph graph)
    {
        bool changed = false;
        List<FlowBlock> blocks = graph.ReversePostorder();
        foreach (FlowBlock block in blocks)
        {
            changed |= Decide(block);
            changed |= SkipEmpty(block);
        }

        return changed | Join(graph);
    }

    /// <summary>Makes jumps of branches that can go only one way.</summary>
    private static bool Decide(FlowBlock block)
    {
        FlowBlock? only = block.Terminator switch
        {
            BranchTerminator { Condition: Literal literal } branch => literal.Bits != 0 ? branch.WhenTrue : branch.WhenFalse,
            SwitchTerminator { Index: Literal literal } choice => choice.Targets[(int)Math.Min((uint)literal.Bits, (uint)choice.Targets.Count - 1)],
            BranchTerminator or SwitchTerminator when block.Terminator.Targets.Distinct().Count() == 1 => block.Terminator.Targets[0],
            _ => null,
        };
        if (only is null)
        {
            return false;
        }

        if ((block.Terminator.Operand!.Effects & (Effects.Writes | Effects.Traps)) != 0)
        {
            block.Statements.Add(new EvaluateStatement(block.Terminator.Operand));
        }

        block.Terminator = new JumpTerminator(only);
        return true;
    }

    private static bool SkipEmpty(FlowBlock block)
    {
        if (!block.Terminator.Targets.Any(target => Destination(target) != target))
        {
            return false;
        }

        block.Terminator = block.Terminator switch
        {
            BranchTerminator branch => new BranchTerminator(branch.Condition, Destination(branch.WhenTrue), Destination(branch.WhenFalse)),
            SwitchTerminator choice => new SwitchTerminator(choice.Index, [.. choice.Targets.Select(Destination)]),
            _ => new JumpTerminator(Destination(block.Terminator.Targets[0])),
        };
        return true;
    }

    /// <summary>Where control really goes when it goes to a block.</summary>
    private static FlowBlock Destination(FlowBlock block)
    {
        FlowBlock start = block;
        int steps = 0;
        while (block is { Statements.Count: 0, Terminator: JumpTerminator jump })
        {
            block = jump.Targets[0];
            // A loop that does nothing stays as it is.
            if (block == start || ++steps > 100)
            {
                return start;
            }
        }

        return block;
    }

    private static bool Join(FlowGraph graph)
    {
        var predecessors = new Dictionary<FlowBlock, int>();
        List<FlowBlock> blocks = graph.ReversePostorder();
        foreach (FlowBlock target in blocks.SelectMany(block => block.Terminator.Targets))
        {
            predecessors[target] = predecessors.GetValueOrDefault(target) + 1;
        }

        bool changed = false;
        foreach (FlowBlock block in blocks)
        {
            while (block.Terminator is JumpTerminator jump && jump.Targets[0] is var next && next != block && next != graph.Entry && predecessors[next] == 1)
            {
                block.Statements.AddRange(next.Statements);
                block.Terminator = next.Terminator;
                // Nothing leads to it any more; what comes later in this walk must not join with it.
                next.Statements.Clear();
                next.Terminator = new TrapTerminator();
                changed = true;
            }
        }

        return changed;
    }
}
