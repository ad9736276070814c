using Skiff.Compiler.Flow.Structuring;

namespace Skiff.Compiler.Flow.Simplification;

/// <summary>
/// Replaces locals that are assigned once by what they are assigned, where that is a constant, an address in the frame or
/// another local that never changes.
/// </summary>
internal static class CopyPropagation
{
    /// <summary>Runs the pass.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Run(FlowGraph graph)
    {
        var tree = new DominatorTree(graph);
        var uses = new LocalUses(tree.Blocks);
        var parameters = graph.Parameters.ToHashSet();
        var assigned = new Dictionary<Local, (int Block, int Statement)>();
        for (int block = 0; block < tree.Blocks.Count; block++)
        {
            List<Statement> statements = tree.Blocks[block].Statements;
            for (int i = 0; i < statements.Count; i++)
            {
                if (statements[i] is AssignStatement assign && uses.Assignments(assign.Local) == 1 && !parameters.Contains(assign.Local))
                {
                    assigned.Add(assign.Local, (block, i));
                }
            }
        }

        var copies = new Dictionary<Local, (Expression Value, int Block, int Statement)>();
        foreach ((Local local, (int block, int statement)) in assigned)
        {
            Expression value = ((AssignStatement)tree.Blocks[block].Statements[statement]).Value;
            bool isCopy = value switch
            {
                Literal or FrameAddressExpression => true,
                // In a loop an assignment further down would change what an earlier copy had read.
                LocalExpression read when parameters.Contains(read.Local) => uses.Assignments(read.Local) == 0,
                LocalExpression read => assigned.TryGetValue(read.Local, out (int Block, int Statement) source) && IsBefore(source.Block, source.Statement, block, statement),
                _ => false,
            };
            if (isCopy)
            {
                copies.Add(local, (value, block, statement));
            }
        }

        if (copies.Count == 0)
        {
            return false;
        }

        bool changed = false;
        for (int block = 0; block < tree.Blocks.Count; block++)
        {
            FlowBlock flow = tree.Blocks[block];
            for (int i = 0; i < flow.Statements.Count; i++)
            {
                Statement statement = Rewrite.Statement(flow.Statements[i], e => Value(e, block, i));
                changed |= !ReferenceEquals(statement, flow.Statements[i]);
                flow.Statements[i] = statement;
            }

            if (flow.Terminator.Operand is { } operand)
            {
                Expression value = Rewrite.Expression(operand, e => Value(e, block, int.MaxValue));
                if (!ReferenceEquals(value, operand))
                {
                    changed = true;
                    flow.Terminator = flow.Terminator.WithOperand(value);
                }
            }
        }

        return changed;

        // Before its assignment a local is zero, so that only reads after it see the copy.
        Expression Value(Expression expression, int block, int statement) =>
            expression is LocalExpression read
            && copies.TryGetValue(read.Local, out (Expression Value, int Block, int Statement) copy)
            && IsBefore(copy.Block, copy.Statement, block, statement)
                ? copy.Value
                : expression;

        bool IsBefore(int block, int statement, int laterBlock, int laterStatement) =>
            block == laterBlock ? statement < laterStatement : tree.Dominates(block, laterBlock);
    }
}
