using Skiff.Wasm;

namespace Skiff.Linker.DeadCode;

/// <summary>The slots of a module's function table that its element segments fill.</summary>
internal sealed class FunctionTable
{
    private readonly SortedDictionary<uint, (ElementSegment Segment, int Index, Function Function)> _slots = [];

    public FunctionTable(Module module)
    {
        foreach (ElementSegment segment in module.ElementSegments.Where(segment => segment.Table is not null))
        {
            uint first = (uint)(segment.Offset?.IntegerValue
                ?? throw new InvalidDataException("An element segment of the runtime does not begin at a constant slot."));
            for (int i = 0; i < segment.Items.Count; i++)
            {
                if (segment.Items[i].Instructions is [{ Opcode: Opcode.RefFunc } reference])
                {
                    _slots[first + (uint)i] = (segment, i, reference.Function);
                }
            }
        }
    }

    /// <summary>The slots and what they hold, in order.</summary>
    public IEnumerable<(uint Slot, Function Function)> Slots => _slots.Select(slot => (slot.Key, slot.Value.Function));

    /// <summary>What a slot holds; null when it is empty.</summary>
    public Function? this[uint slot] => _slots.TryGetValue(slot, out var found) ? found.Function : null;

    /// <summary>Makes a slot hold another function.</summary>
    public void Set(uint slot, Function function)
    {
        (ElementSegment segment, int index, _) = _slots[slot];
        segment.Items[index] = ConstantExpression.Function(function);
        _slots[slot] = (segment, index, function);
    }
}
