using System.Collections;
using Skiff.Compiler.Flow.Structuring;

namespace Skiff.Compiler.Flow.Simplification;

/// <summary>
/// Gives each use of a local for another purpose a local of its own: assignments that reach no read in common part ways,
/// so that more locals are assigned only once.
/// </summary>
internal sealed class LocalSplitting
{
    private readonly DominatorTree _tree;
    private readonly Dictionary<Local, List<int>> _definitionsOf = [];
    private readonly Dictionary<AssignStatement, int> _numbers = [];
    private readonly HashSet<int> _read = [];
    private readonly int[] _parents;
    private readonly BitArray[] _reachingStart;
    private readonly int _count;

    private LocalSplitting(FlowGraph graph)
    {
        _tree = new DominatorTree(graph);
        var uses = new LocalUses(_tree.Blocks);
        var parameters = graph.Parameters.ToHashSet();
        // The value at the start is a definition too, the first of each local.
        foreach (AssignStatement assign in _tree.Blocks.SelectMany(b => b.Statements).OfType<AssignStatement>())
        {
            if (uses.Assignments(assign.Local) < (parameters.Contains(assign.Local) ? 1 : 2))
            {
                continue;
            }

            if (!_definitionsOf.TryGetValue(assign.Local, out List<int>? definitions))
            {
                _definitionsOf.Add(assign.Local, definitions = [_count++]);
            }

            definitions.Add(_count);
            _numbers.Add(assign, _count++);
        }

        _parents = [.. Enumerable.Range(0, _count)];
        _reachingStart = [.. _tree.Blocks.Select(_ => new BitArray(_count))];
    }

    /// <summary>Runs the pass.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Run(FlowGraph graph)
    {
        var splitting = new LocalSplitting(graph);
        return splitting._count > 0 && splitting.Split();
    }

    private bool Split()
    {
        FindReaching();
        for (int block = 0; block < _tree.Blocks.Count; block++)
        {
            Visit(block, (_, _) => null, Join);
        }

        var replacements = new Dictionary<int, Local>();
        foreach ((Local local, List<int> definitions) in _definitionsOf)
        {
            // One group keeps the local: that of the value at the start, if anybody reads it.
            int[] roots = [.. definitions.Select(Find).Distinct()];
            int kept = _read.Contains(definitions[0]) || roots.Length == 1 ? Find(definitions[0]) : roots.First(root => root != Find(definitions[0]));
            foreach (int root in roots.Where(root => root != kept && root != definitions[0]))
            {
                replacements.Add(root, new Local(local.Type, local.Name));
            }
        }

        if (replacements.Count == 0)
        {
            return false;
        }

        for (int block = 0; block < _tree.Blocks.Count; block++)
        {
            Visit(block, (local, definition) => replacements.GetValueOrDefault(Find(definition)), null);
        }

        return true;
    }

    private void FindReaching()
    {
        foreach (List<int> definitions in _definitionsOf.Values)
        {
            _reachingStart[0][definitions[0]] = true;
        }

        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int block = 0; block < _tree.Blocks.Count; block++)
            {
                var reaching = new BitArray(_reachingStart[block]);
                foreach (Statement statement in _tree.Blocks[block].Statements)
                {
                    Define(reaching, statement);
                }

                foreach (FlowBlock target in _tree.Blocks[block].Terminator.Targets)
                {
                    BitArray start = _reachingStart[_tree.Number(target)];
                    var before = new BitArray(start);
                    start.Or(reaching);
                    changed |= before.Xor(start).HasAnySet();
                }
            }
        }
    }

    private void Define(BitArray reaching, Statement statement)
    {
        if (statement is AssignStatement assign && _numbers.TryGetValue(assign, out int number))
        {
            foreach (int definition in _definitionsOf[assign.Local])
            {
                reaching[definition] = definition == number;
            }
        }
    }

    /// <summary>Walks a block, telling of the definitions that reach each read, and replacing locals.</summary>
    private void Visit(int number, Func<Local, int, Local?> replacement, Action<IEnumerable<int>>? read)
    {
        FlowBlock block = _tree.Blocks[number];
        var reaching = new BitArray(_reachingStart[number]);
        for (int i = 0; i < block.Statements.Count; i++)
        {
            Statement original = block.Statements[i];
            Statement statement = Rewrite.Statement(original, Replace);
            if (original is AssignStatement assign && _numbers.TryGetValue(assign, out int definition))
            {
                Define(reaching, original);
                if (replacement(assign.Local, definition) is { } local)
                {
                    statement = new AssignStatement(local, ((AssignStatement)statement).Value);
                }
            }

            block.Statements[i] = statement;
        }

        if (block.Terminator.Operand is { } operand)
        {
            Expression changed = Rewrite.Expression(operand, Replace);
            if (!ReferenceEquals(changed, operand))
            {
                block.Terminator = block.Terminator.WithOperand(changed);
            }
        }

        Expression Replace(Expression expression)
        {
            if (expression is not LocalExpression e || !_definitionsOf.TryGetValue(e.Local, out List<int>? definitions))
            {
                return expression;
            }

            IEnumerable<int> reached = definitions.Where(d => reaching[d]);
            read?.Invoke(reached);
            return replacement(e.Local, reached.FirstOrDefault(definitions[0])) is { } local ? new LocalExpression(local) : expression;
        }
    }

    private void Join(IEnumerable<int> definitions)
    {
        int? first = null;
        foreach (int definition in definitions)
        {
            _read.Add(definition);
            if (first is { } root)
            {
                _parents[Find(definition)] = Find(root);
            }

            first ??= definition;
        }
    }

    private int Find(int definition)
    {
        while (_parents[definition] != definition)
        {
            definition = _parents[definition] = _parents[_parents[definition]];
        }

        return definition;
    }
}
