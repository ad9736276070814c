using System.Collections;
using Skiff.Compiler.Flow.Structuring;

namespace Skiff.Compiler.Flow.Simplification;

/// <summary>Removes assignments whose value is never read, by liveness.</summary>
internal static class DeadAssignments
{
    /// <summary>Runs the pass.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Run(FlowGraph graph)
    {
        var tree = new DominatorTree(graph);
        var numbers = new Dictionary<Local, int>();
        foreach (FlowBlock block in tree.Blocks)
        {
            foreach (Expression expression in Walk.Expressions(block))
            {
                if (expression is LocalExpression read)
                {
                    numbers.TryAdd(read.Local, numbers.Count);
                }
            }
        }

        BitArray[] liveAtStart = [.. tree.Blocks.Select(_ => new BitArray(numbers.Count))];
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int block = tree.Blocks.Count - 1; block >= 0; block--)
            {
                BitArray live = LiveAtEnd(tree, block, liveAtStart, numbers.Count);
                Scan(tree.Blocks[block], live, numbers, remove: false);
                if (!Same(live, liveAtStart[block]))
                {
                    liveAtStart[block] = live;
                    changed = true;
                }
            }
        }

        bool removed = false;
        for (int block = 0; block < tree.Blocks.Count; block++)
        {
            removed |= Scan(tree.Blocks[block], LiveAtEnd(tree, block, liveAtStart, numbers.Count), numbers, remove: true);
        }

        return removed;
    }

    private static BitArray LiveAtEnd(DominatorTree tree, int block, BitArray[] liveAtStart, int count)
    {
        var live = new BitArray(count);
        foreach (FlowBlock target in tree.Blocks[block].Terminator.Targets)
        {
            live.Or(liveAtStart[tree.Number(target)]);
        }

        return live;
    }

    /// <summary>Walks a block backward from what is live at its end to what is live at its start.</summary>
    private static bool Scan(FlowBlock block, BitArray live, Dictionary<Local, int> numbers, bool remove)
    {
        bool removed = false;
        if (block.Terminator.Operand is { } operand)
        {
            Read(operand, live, numbers);
        }

        for (int i = block.Statements.Count - 1; i >= 0; i--)
        {
            Statement statement = block.Statements[i];
            if (statement is AssignStatement assign)
            {
                bool isLive = numbers.TryGetValue(assign.Local, out int number) && live[number];
                if (isLive)
                {
                    live[number] = false;
                }
                else if ((assign.Value.Effects & (Effects.Writes | Effects.Traps)) == 0)
                {
                    if (remove)
                    {
                        block.Statements.RemoveAt(i);
                        removed = true;
                    }

                    continue;
                }
                else if (remove)
                {
                    block.Statements[i] = new EvaluateStatement(assign.Value);
                    removed = true;
                }
            }
            else if (remove && statement is EvaluateStatement evaluate && (evaluate.Value.Effects & (Effects.Writes | Effects.Traps)) == 0)
            {
                block.Statements.RemoveAt(i);
                removed = true;
                continue;
            }

            foreach (Expression expression in statement.Operands)
            {
                Read(expression, live, numbers);
            }
        }

        return removed;
    }

    private static void Read(Expression expression, BitArray live, Dictionary<Local, int> numbers)
    {
        if ((expression.Effects & Effects.ReadsLocals) == 0)
        {
            return;
        }

        if (expression is LocalExpression read)
        {
            live[numbers[read.Local]] = true;
        }

        foreach (Expression operand in expression.Operands)
        {
            Read(operand, live, numbers);
        }
    }

    private static bool Same(BitArray a, BitArray b)
    {
        for (int i = 0; i < a.Count; i++)
        {
            if (a[i] != b[i])
            {
                return false;
            }
        }

        return true;
    }
}
