using Skiff.Wasm;

namespace Skiff.Compiler.Flow;

/// <summary>The code of one function as a graph of blocks: what front ends make and the emitter takes.</summary>
internal sealed class FlowGraph(string name, IReadOnlyList<Local> parameters, ValType? result)
{
    /// <summary>The function's name, for errors.</summary>
    public string Name { get; } = name;

    /// <summary>The parameters, which are locals that start with the arguments.</summary>
    public IReadOnlyList<Local> Parameters { get; } = parameters;

    /// <summary>Type of the result; <see langword="null"/> when there is none.</summary>
    public ValType? Result { get; } = result;

    /// <summary>Where the function starts. Nothing jumps to it.</summary>
    public FlowBlock Entry { get; } = new();

    /// <summary>The blocks that can be reached from <see cref="Entry"/>, each once, in reverse postorder.</summary>
    public List<FlowBlock> ReversePostorder()
    {
        var order = new List<FlowBlock>();
        var seen = new HashSet<FlowBlock> { Entry };
        var path = new Stack<(FlowBlock Block, int Next)>();
        path.Push((Entry, 0));
        while (path.TryPop(out (FlowBlock Block, int Next) top))
        {
            IReadOnlyList<FlowBlock> targets = top.Block.Terminator.Targets;
            if (top.Next == targets.Count)
            {
                order.Add(top.Block);
                continue;
            }

            path.Push((top.Block, top.Next + 1));
            // Later targets first, so that the first target comes first in the result.
            FlowBlock target = targets[targets.Count - 1 - top.Next];
            if (seen.Add(target))
            {
                path.Push((target, 0));
            }
        }

        order.Reverse();
        return order;
    }
}
