namespace Skiff.Compiler.Flow;

/// <summary>Visits expressions.</summary>
internal static class Walk
{
    /// <summary>All expressions of a block, operands before what uses them, in order of evaluation.</summary>
    public static IEnumerable<Expression> Expressions(FlowBlock block)
    {
        foreach (Statement statement in block.Statements)
        {
            foreach (Expression expression in statement.Operands.SelectMany(Expressions))
            {
                yield return expression;
            }
        }

        if (block.Terminator.Operand is { } operand)
        {
            foreach (Expression expression in Expressions(operand))
            {
                yield return expression;
            }
        }
    }

    /// <summary>All expressions of a tree, operands before what uses them, in order of evaluation.</summary>
    public static IEnumerable<Expression> Expressions(Expression root)
    {
        var pending = new Stack<(Expression Expression, int Next)>();
        pending.Push((root, 0));
        while (pending.TryPop(out (Expression Expression, int Next) top))
        {
            if (top.Next == top.Expression.Operands.Count)
            {
                yield return top.Expression;
                continue;
            }

            pending.Push((top.Expression, top.Next + 1));
            pending.Push((top.Expression.Operands[top.Next], 0));
        }
    }
}
