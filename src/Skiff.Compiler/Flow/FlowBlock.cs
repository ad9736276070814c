namespace Skiff.Compiler.Flow;

/// <summary>A straight piece of code that is entered at its start and left at its end.</summary>
internal sealed class FlowBlock
{
    /// <summary>The steps, in order.</summary>
    public List<Statement> Statements { get; } = [];

    /// <summary>How it ends; set exactly once by whoever builds the block, possibly replaced by a rewrite.</summary>
    public Terminator Terminator { get; set; } = new TrapTerminator();
}
