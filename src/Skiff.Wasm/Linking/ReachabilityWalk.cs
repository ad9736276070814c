using System.Runtime.InteropServices;

namespace Skiff.Wasm.Linking;

/// <summary>
/// Finds what instantiating a module and calling its exports can reach: from the exports, the start function, and
/// the segments that are copied into tables and memories that are reached themselves or belong to the host.
/// </summary>
internal sealed class ReachabilityWalk(Module module)
{
    private readonly HashSet<object> _reached = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<object> _pending = [];

    public bool IsReached(object item) => _reached.Contains(item);

    public void Run()
    {
        foreach (Export export in module.Exports)
        {
            Reach(export.Item);
        }

        Reach(module.Start);
        foreach (ElementSegment segment in module.ElementSegments.Where(segment => segment.Table is { IsImported: true }))
        {
            Reach(segment);
        }

        foreach (DataSegment segment in module.DataSegments.Where(segment => segment.Memory is { IsImported: true }))
        {
            Reach(segment);
        }

        ILookup<Table?, ElementSegment> elements = module.ElementSegments.ToLookup(segment => segment.Table);
        ILookup<Memory?, DataSegment> data = module.DataSegments.ToLookup(segment => segment.Memory);
        while (_pending.TryDequeue(out object? item))
        {
            Visit(item);
            if (item is Table table)
            {
                ReachAll(elements[table]);
            }
            else if (item is Memory memory)
            {
                ReachAll(data[memory]);
            }
        }
    }

    private void ReachAll(IEnumerable<object> items)
    {
        foreach (object item in items)
        {
            Reach(item);
        }
    }

    private void Reach(object? item)
    {
        if (item is not null && _reached.Add(item))
        {
            _pending.Enqueue(item);
        }
    }

    private void Visit(object item)
    {
        switch (item)
        {
            case Function function:
                Visit(CollectionsMarshal.AsSpan(function.Body));
                break;
            case Table table:
                Visit(table.Initial);
                break;
            case Global global:
                Visit(global.Initial);
                break;
            case ElementSegment segment:
                Reach(segment.Table);
                Visit(segment.Offset);
                segment.Items.ForEach(Visit);
                break;
            case DataSegment segment:
                Reach(segment.Memory);
                Visit(segment.Offset);
                break;
        }
    }

    private void Visit(ConstantExpression? expression)
    {
        if (expression is not null)
        {
            Visit(expression.Instructions.AsSpan());
        }
    }

    private void Visit(ReadOnlySpan<Instruction> instructions)
    {
        foreach (ref readonly Instruction instruction in instructions)
        {
            VisitOperand(instruction.Operand);
        }
    }

    private void VisitOperand(object? operand)
    {
        switch (operand)
        {
            case Extern or DataSegment or ElementSegment:
                Reach(operand);
                break;
            case OperandPair pair:
                VisitOperand(pair.First);
                VisitOperand(pair.Second);
                break;
            case TryTable tryTable:
                foreach (CatchClause clause in tryTable.Catches)
                {
                    Reach(clause.Tag);
                }

                break;
        }
    }
}
