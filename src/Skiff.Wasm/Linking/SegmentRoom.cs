namespace Skiff.Wasm.Linking;

/// <summary>Grows tables and memories so that active segments at constant offsets fit.</summary>
internal static class SegmentRoom
{
    public static void Make(ElementSegment segment)
    {
        if (segment.Table is { } table && segment.Offset?.IntegerValue is { } offset)
        {
            table.Limits = Grow(table.Limits, checked((ulong)offset + (ulong)segment.Items.Count));
        }
    }

    public static void Make(DataSegment segment)
    {
        if (segment.Memory is { } memory && segment.Offset?.IntegerValue is { } offset)
        {
            ulong end = checked((ulong)offset + (ulong)segment.Bytes.Length);
            memory.Limits = Grow(memory.Limits, (end / Memory.PageSize) + (end % Memory.PageSize == 0 ? 0u : 1u));
        }
    }

    private static Limits Grow(Limits limits, ulong size)
    {
        ulong minimum = Math.Max(limits.Minimum, size);
        return limits with { Minimum = minimum, Maximum = limits.Maximum is { } maximum ? Math.Max(maximum, minimum) : null };
    }
}
