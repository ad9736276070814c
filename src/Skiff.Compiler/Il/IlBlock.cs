using Mono.Cecil.Cil;
using Skiff.Compiler.Flow;

namespace Skiff.Compiler.Il;

/// <summary>A basic block of a method body.</summary>
internal sealed class IlBlock(Instruction first)
{
    /// <summary>Its first instruction.</summary>
    public Instruction First { get; } = first;

    /// <summary>Its translation.</summary>
    public FlowBlock Flow { get; } = new();

    /// <summary>How many branches and falls lead to it.</summary>
    public int Predecessors { get; set; }

    /// <summary>What is on the evaluation stack when it starts; <see langword="null"/> until control has been seen to get here.</summary>
    public IReadOnlyList<StackEntry>? Entry { get; set; }
}
