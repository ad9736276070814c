using Skiff.Compiler.Flow;

namespace Skiff.Compiler.Emission;

/// <summary>Where the slots of a function's frame lie: those that start as zero first, from the frame pointer upward.</summary>
internal sealed class FrameLayout
{
    private const int StackAlignment = 16;
    private readonly Dictionary<FrameSlot, int> _offsets = [];

    /// <summary>Lays out the slots that <paramref name="blocks"/> use.</summary>
    public FrameLayout(IEnumerable<FlowBlock> blocks)
    {
        var slots = new List<FrameSlot>();
        var seen = new HashSet<FrameSlot>();
        foreach (Expression expression in blocks.SelectMany(Walk.Expressions))
        {
            switch (expression)
            {
                case FrameAddressExpression frame when seen.Add(frame.Slot):
                    slots.Add(frame.Slot);
                    break;
                case StackAllocationExpression:
                    AllocatesDynamically = true;
                    break;
                case CallExpression or IndirectCallExpression:
                    Calls = true;
                    break;
            }
        }

        int end = 0;
        foreach (FrameSlot slot in slots.OrderByDescending(slot => slot.Zeroed).ThenByDescending(slot => slot.Alignment))
        {
            int offset = (end + slot.Alignment - 1) & -slot.Alignment;
            _offsets.Add(slot, offset);
            end = offset + slot.Size;
            ZeroedSize = slot.Zeroed ? end : ZeroedSize;
        }

        Size = (end + StackAlignment - 1) & -StackAlignment;
    }

    /// <summary>Size in bytes, a multiple of 16.</summary>
    public int Size { get; }

    /// <summary>How many bytes from the frame pointer upward start as zero.</summary>
    public int ZeroedSize { get; }

    /// <summary>Whether the function takes more from the stack as it runs.</summary>
    public bool AllocatesDynamically { get; }

    /// <summary>Whether the function calls others, which must find the stack pointer below the frame.</summary>
    public bool Calls { get; }

    /// <summary>Whether the function needs a frame pointer.</summary>
    public bool IsNeeded => Size > 0 || AllocatesDynamically;

    /// <summary>Offset of a slot from the frame pointer.</summary>
    public int this[FrameSlot slot] => _offsets[slot];
}
