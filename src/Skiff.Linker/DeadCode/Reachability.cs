using Skiff.Wasm;
using Skiff.Wasm.References;

namespace Skiff.Linker.DeadCode;

/// <summary>
/// Finds what a program can reach in the runtime: from the module's exports and from the native functions that the
/// program's metadata names, along calls in the module's code and along the references of the object files that the
/// runtime was linked from. The former know what an optimizer made one or put in line, the latter what a number in the
/// code is the address of.
/// </summary>
internal sealed class Reachability
{
    private readonly ReferenceGraph _graph;
    private readonly FunctionTable _table;
    private readonly IReadOnlyList<Function> _functions;
    private readonly Dictionary<Function, int> _indices = new(ReferenceEqualityComparer.Instance);
    private readonly List<int>?[] _nodesOf;
    private readonly bool[] _nodes;
    private readonly HashSet<Function> _reached = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<int> _pendingNodes = [];
    private readonly Stack<Function> _pendingFunctions = [];

    private Reachability(Module module, FunctionTable table, ReferenceGraph graph)
    {
        _graph = graph;
        _table = table;
        _functions = ReferenceGraph.FunctionsOf(module);
        for (int i = 0; i < _functions.Count; i++)
        {
            _indices.Add(_functions[i], i);
        }

        _nodes = new bool[graph.Nodes.Count];
        _nodesOf = new List<int>?[_functions.Count];
        for (int node = 0; node < graph.Nodes.Count; node++)
        {
            foreach (int function in graph.Nodes[node].Functions)
            {
                (_nodesOf[function] ??= []).Add(node);
            }
        }
    }

    /// <summary>Walks a module.</summary>
    public static Reachability Of(Module module, FunctionTable table, ReferenceGraph graph, NativeNames names)
    {
        Reachability reachability = new(module, table, graph);
        reachability.ReachRoots(module, names);
        reachability.Walk();
        return reachability;
    }

    /// <summary>The functions that are reached.</summary>
    public IReadOnlySet<Function> Functions => _reached;

    /// <summary>Whether a function is reached.</summary>
    public bool IsReached(Function function) => _reached.Contains(function);

    /// <summary>Whether a symbol is reached.</summary>
    public bool IsReached(int node) => _nodes[node];

    private void ReachRoots(Module module, NativeNames names)
    {
        foreach (Export export in module.Exports)
        {
            if (export.Item is Function function)
            {
                Reach(function);
            }
        }

        if (module.Start is not null)
        {
            Reach(module.Start);
        }

        for (int node = 0; node < _graph.Nodes.Count; node++)
        {
            if (_graph.Nodes[node].IsRoot)
            {
                Reach(node);
            }
        }

        foreach (ReferenceEntry entry in _graph.Entries)
        {
            bool named = entry.Kind == EntryKind.InternalCall
                ? names.HasInternalCall(entry.Scope, entry.Name)
                : names.LooksUpAtRunTime || names.HasEntryPoint(entry.Name);
            if (named)
            {
                Reach(entry.Node);
            }
        }

        // Slots that the graph does not know of are not the runtime's own.
        HashSet<uint> known = [.. _graph.Nodes.SelectMany(node => node.Slots)];
        foreach ((uint slot, Function function) in _table.Slots)
        {
            if (!known.Contains(slot))
            {
                Reach(function);
            }
        }
    }

    private void Walk()
    {
        while (true)
        {
            if (_pendingNodes.TryPop(out int node))
            {
                Visit(_graph.Nodes[node]);
            }
            else if (_pendingFunctions.TryPop(out Function? function))
            {
                Visit(function);
            }
            else
            {
                return;
            }
        }
    }

    private void Visit(ReferenceNode node)
    {
        foreach (int reference in node.References)
        {
            Reach(reference);
        }

        foreach (int function in node.Functions)
        {
            Reach(_functions[function]);
        }

        foreach (uint slot in node.Slots)
        {
            if (_table[slot] is { } function)
            {
                Reach(function);
            }
        }
    }

    private void Visit(Function function)
    {
        foreach (int node in _nodesOf[_indices[function]] ?? [])
        {
            Reach(node);
        }

        foreach (Instruction instruction in function.Body)
        {
            if (instruction.Operand is Function callee)
            {
                Reach(callee);
            }
        }
    }

    private void Reach(Function function)
    {
        if (_reached.Add(function))
        {
            _pendingFunctions.Push(function);
        }
    }

    private void Reach(int node)
    {
        if (!_nodes[node])
        {
            _nodes[node] = true;
            _pendingNodes.Push(node);
        }
    }
}
