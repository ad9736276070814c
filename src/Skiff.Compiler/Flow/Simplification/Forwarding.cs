namespace Skiff.Compiler.Flow.Simplification;

/// <summary>Moves the value of a local that is assigned once and read once to where it is read, when nothing in between could tell.</summary>
internal static class Forwarding
{
    /// <summary>How far ahead the one read is looked for.</summary>
    private const int Farthest = 24;

    /// <summary>Runs the pass.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Run(FlowGraph graph)
    {
        List<FlowBlock> blocks = graph.ReversePostorder();
        var uses = new LocalUses(blocks);
        var parameters = graph.Parameters.ToHashSet();
        bool changed = false;
        foreach (FlowBlock block in blocks)
        {
            // From the end, so that a chain of temporaries collapses in one walk.
            for (int i = block.Statements.Count - 1; i >= 0; i--)
            {
                if (block.Statements[i] is AssignStatement assign
                    && !parameters.Contains(assign.Local)
                    && uses.Assignments(assign.Local) == 1
                    && uses.Reads(assign.Local) == 1
                    && TryMove(block, i, assign))
                {
                    block.Statements.RemoveAt(i);
                    changed = true;
                }
            }
        }

        return changed;
    }

    private static bool TryMove(FlowBlock block, int index, AssignStatement assign)
    {
        HashSet<Local> read = [.. Walk.Expressions(assign.Value).OfType<LocalExpression>().Select(e => e.Local)];
        int end = Math.Min(block.Statements.Count, index + Farthest);
        for (int i = index + 1; i < end; i++)
        {
            Statement statement = block.Statements[i];
            switch (Find(statement.Operands, assign.Local, assign.Value.Effects))
            {
                case Place.Movable:
                    block.Statements[i] = Rewrite.Statement(statement, Replace);
                    return true;
                case Place.Blocked:
                    return false;
            }

            Effects effects = statement is AssignStatement or EvaluateStatement ? Effects.None : Effects.Writes;
            foreach (Expression operand in statement.Operands)
            {
                effects |= operand.Effects;
            }

            if (!MayChangePlaces(assign.Value.Effects, effects) || (statement is AssignStatement other && read.Contains(other.Local)))
            {
                return false;
            }
        }

        if (end == block.Statements.Count && block.Terminator.Operand is { } last && Find([last], assign.Local, assign.Value.Effects) == Place.Movable)
        {
            block.Terminator = block.Terminator.WithOperand(Rewrite.Expression(last, Replace));
            return true;
        }

        return false;

        Expression Replace(Expression expression) => expression is LocalExpression e && e.Local == assign.Local ? assign.Value : expression;
    }

    private static Place Find(IReadOnlyList<Expression> operands, Local local, Effects moved)
    {
        Effects before = Effects.None;
        foreach (Expression expression in operands.SelectMany(Walk.Expressions))
        {
            if (expression is LocalExpression read && read.Local == local)
            {
                return MayChangePlaces(moved, before) ? Place.Movable : Place.Blocked;
            }

            before |= expression.Effects;
        }

        return Place.Elsewhere;
    }

    private static bool MayChangePlaces(Effects a, Effects b) => !Disturbs(a, b) && !Disturbs(b, a);

    private static bool Disturbs(Effects a, Effects b) =>
        (a & Effects.Writes) != 0 && (b & (Effects.Writes | Effects.ReadsMemory | Effects.Traps)) != 0;

    private enum Place
    {
        Elsewhere,
        Movable,
        Blocked,
    }
}
