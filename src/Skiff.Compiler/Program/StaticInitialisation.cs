using Skiff.Compiler.Emission;
using Skiff.Compiler.Evaluation;
using Skiff.Compiler.Flow;
using Skiff.Compiler.Il;
using Skiff.Wasm;

namespace Skiff.Compiler.Program;

/// <summary>Runs static constructors when the program is compiled, those that others depend on first.</summary>
/// <param name="constructors">The types whose static fields the program uses, and their static constructors.</param>
/// <param name="graphs">The code of all functions.</param>
/// <param name="requirements">The types that a function's own code needs initialised.</param>
/// <param name="data">Where static fields lie.</param>
/// <param name="slotFunction">The function in a table slot.</param>
/// <param name="report">Takes a constructor and why it cannot be evaluated.</param>
internal sealed class StaticInitialisation(
    IReadOnlyDictionary<IlType, Function?> constructors,
    IReadOnlyDictionary<Function, FlowGraph> graphs,
    Func<Function, IEnumerable<IlType>> requirements,
    DataImage data,
    Func<uint, Function?> slotFunction,
    Action<Function, string> report)
{
    private readonly HashSet<IlType> _started = [];

    /// <summary>Runs all of them.</summary>
    public void Run()
    {
        foreach (IlType type in constructors.Keys)
        {
            Initialise(type);
        }
    }

    private void Initialise(IlType type)
    {
        if (!_started.Add(type) || constructors[type] is not { } constructor)
        {
            return;
        }

        foreach (IlType needed in Closure(constructor).SelectMany(requirements).Where(constructors.ContainsKey))
        {
            Initialise(needed);
        }

        try
        {
            new Evaluator(graphs, data, slotFunction).Call(constructor);
        }
        catch (EvaluationException e)
        {
            report(constructor, e.Message);
        }
    }

    /// <summary>The functions that one calls, directly or through others, itself included.</summary>
    private HashSet<Function> Closure(Function root)
    {
        var reached = new HashSet<Function>();
        var pending = new Stack<Function>([root]);
        while (pending.TryPop(out Function? function))
        {
            if (reached.Add(function) && graphs.TryGetValue(function, out FlowGraph? graph))
            {
                foreach (CallExpression call in graph.ReversePostorder().SelectMany(Walk.Expressions).OfType<CallExpression>())
                {
                    pending.Push(call.Function);
                }
            }
        }

        return reached;
    }
}
