using Skiff.Wasm;

namespace Skiff.Compiler.Flow.Simplification;

/// <summary>Makes locals of frame slots whose address nobody gets to know: every use is a load or store of one of a few disjoint scalars.</summary>
internal static class SlotPromotion
{
    /// <summary>Runs the pass.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Run(FlowGraph graph)
    {
        List<FlowBlock> blocks = graph.ReversePostorder();
        var slots = new Dictionary<FrameSlot, PromotableSlot?>();
        foreach (FlowBlock block in blocks)
        {
            foreach (Statement statement in block.Statements)
            {
                if (statement is StoreStatement { Address: FrameAddressExpression target } store)
                {
                    Note(slots, target, store.Offset, store.Opcode);
                    FindEscapes(store.Value, slots);
                    continue;
                }

                foreach (Expression operand in statement.Operands)
                {
                    FindEscapes(operand, slots);
                }
            }

            if (block.Terminator.Operand is { } last)
            {
                FindEscapes(last, slots);
            }
        }

        if (slots.Values.All(slot => slot is null))
        {
            return false;
        }

        foreach (FlowBlock block in blocks)
        {
            for (int i = 0; i < block.Statements.Count; i++)
            {
                if (block.Statements[i] is StoreStatement { Address: FrameAddressExpression target } store && slots[target.Slot] is { } promoted)
                {
                    block.Statements[i] = promoted.Assign(target.Offset + (int)store.Offset, store.Opcode, store.Value);
                }
            }

            Rewrite.Block(block, Replace);
        }

        return true;

        Expression Replace(Expression expression) =>
            expression is LoadExpression { Address: FrameAddressExpression source } load && slots[source.Slot] is { } promoted
                ? promoted.Read(source.Offset + (int)load.Offset, load.Opcode)
                : expression;
    }

    private static void FindEscapes(Expression expression, Dictionary<FrameSlot, PromotableSlot?> slots)
    {
        switch (expression)
        {
            case LoadExpression { Address: FrameAddressExpression source } load:
                Note(slots, source, load.Offset, load.Opcode);
                return;
            case FrameAddressExpression frame:
                slots[frame.Slot] = null;
                return;
        }

        foreach (Expression operand in expression.Operands)
        {
            FindEscapes(operand, slots);
        }
    }

    private static void Note(Dictionary<FrameSlot, PromotableSlot?> slots, FrameAddressExpression address, uint offset, Opcode opcode)
    {
        if (!slots.TryGetValue(address.Slot, out PromotableSlot? slot))
        {
            slots.Add(address.Slot, slot = new PromotableSlot());
        }

        if (slot is not null && !slot.TryAdd(address.Offset + (int)offset, opcode))
        {
            slots[address.Slot] = null;
        }
    }
}
