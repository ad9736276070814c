namespace Skiff.Compiler.Flow.Simplification;

/// <summary>
/// Makes a <c>select</c> of a branch that only chooses between two values for one local, both too cheap to be worth
/// a branch.
/// </summary>
internal static class Selection
{
    /// <summary>Runs the pass.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Run(FlowGraph graph)
    {
        bool changed = false;
        foreach (FlowBlock block in graph.ReversePostorder())
        {
            if (block.Terminator is BranchTerminator branch
                && Choice(branch.WhenTrue) is { } whenTrue
                && Choice(branch.WhenFalse) is { } whenFalse
                && whenTrue.Assign.Local == whenFalse.Assign.Local
                && whenTrue.Next == whenFalse.Next)
            {
                Expression condition = Operations.Condition(branch.Condition);
                block.Statements.Add(new AssignStatement(whenTrue.Assign.Local, Operations.Select(whenTrue.Assign.Value, whenFalse.Assign.Value, condition)));
                block.Terminator = new JumpTerminator(whenTrue.Next);
                changed = true;
            }
        }

        return changed;
    }

    /// <summary>A block that does nothing but assign something cheap to a local.</summary>
    private static (AssignStatement Assign, FlowBlock Next)? Choice(FlowBlock block) =>
        block is { Statements: [AssignStatement { Value: Literal or LocalExpression or FrameAddressExpression } assign], Terminator: JumpTerminator jump }
            ? (assign, jump.Targets[0])
            : null;
}
