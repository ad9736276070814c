using Skiff.Wasm;

namespace Skiff.Linker.Inspection;

/// <summary>Says of the bytes in data segments what they are, by the addresses that they are copied to.</summary>
internal static class DataAttribution
{
    /// <summary>Divides the bytes of the segments among the contents.</summary>
    /// <returns>A component for every part of the contents, in their order, and one for bytes that are in none.</returns>
    public static IEnumerable<SizeComponent> Divide(IReadOnlyList<DataSegment> segments, ModuleContents contents)
    {
        // Without a snapshot the files are in the large passive segment, and the static data is where the runtime's own segments put it.
        bool isSnapshot = contents.Items.Any(item => item.Kind is "heap");
        DataSegment? files = isSnapshot ? null : segments.Where(segment => segment.Memory is null).MaxBy(segment => segment.Bytes.Length);
        ContentItem[] passive = [.. contents.Items.Where(item => files is not null && !IsMemory(item))];
        ContentItem[] active = [.. contents.Items.Except(passive)];
        var sizes = new Dictionary<ContentItem, long>(ReferenceEqualityComparer.Instance);
        long rest = segments.Where(segment => segment.Memory is null && segment != files).Sum(segment => (long)segment.Bytes.Length)
            + Count(files is null ? [] : [(0L, files.Bytes.Length)], passive, sizes)
            + Count(segments.Where(segment => segment.Memory is not null).Select(Place), active, sizes);
        return contents.Items
            .Select(item => new SizeComponent(item.Kind, item.Name is "" ? null : item.Name, sizes.GetValueOrDefault(item), item.Size))
            .Append(new SizeComponent(SizeKinds.Data, null, rest));
    }

    private static bool IsMemory(ContentItem item) => item.Kind is "static" or "heap";

    // An address that only the host knows is in no part: behind all.
    private static (long Start, long Length) Place(DataSegment segment) => (segment.Offset!.IntegerValue ?? long.MaxValue / 2, segment.Bytes.Length);

    /// <summary>Adds to each part the bytes in it.</summary>
    /// <returns>The number of bytes that are in no part.</returns>
    private static long Count(IEnumerable<(long Start, long Length)> runs, ContentItem[] items, Dictionary<ContentItem, long> sizes)
    {
        // Between two neighbouring bounds all bytes belong to the same part: the smallest of those that they lie in.
        long[] bounds = [.. items.SelectMany(item => new[] { item.Address, item.Address + item.Size }).Distinct().Order()];
        ContentItem?[] owners = [.. bounds.Select(bound => items.Where(item => item.Address <= bound && bound < item.Address + item.Size).MinBy(item => item.Size))];
        long rest = 0;
        foreach ((long start, long length) in runs)
        {
            int interval = Array.BinarySearch(bounds, start);
            interval = interval < 0 ? ~interval - 1 : interval;
            for (long at = start; at < start + length; interval++)
            {
                long end = interval + 1 < bounds.Length ? Math.Min(bounds[interval + 1], start + length) : start + length;
                if (interval >= 0 && owners[interval] is { } owner)
                {
                    sizes[owner] = sizes.GetValueOrDefault(owner) + end - at;
                }
                else
                {
                    rest += end - at;
                }

                at = end;
            }
        }

        return rest;
    }
}
