namespace Skiff.Runtime.References;

/// <summary>The longest sequence of items, in their order, whose keys do not decrease.</summary>
internal static class IncreasingSequence
{
    /// <summary>Finds one.</summary>
    /// <returns>The indices of its items, in order.</returns>
    public static IReadOnlyList<int> Of<T>(IReadOnlyList<T> items, Func<T, long> key)
    {
        var previous = new int[items.Count];
        List<(long Key, int Index)> ends = [];
        for (var i = 0; i < items.Count; i++)
        {
            var value = key(items[i]);
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (ends[middle].Key <= value)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            previous[i] = low > 0 ? ends[low - 1].Index : -1;
            if (low == ends.Count)
            {
                ends.Add((value, i));
            }
            else
            {
                ends[low] = (value, i);
            }
        }

        List<int> sequence = [];
        for (var i = ends.Count > 0 ? ends[^1].Index : -1; i >= 0; i = previous[i])
        {
            sequence.Add(i);
        }

        sequence.Reverse();
        return sequence;
    }
}
