using System.Runtime.InteropServices;

namespace Skiff.Linker.Snapshot;

/// <summary>Cuts a memory image into the parts that a module must carry: memory is zero where no data segment says otherwise.</summary>
internal static class ZeroRuns
{
    /// <summary>The most segments that engines take is 100,000, shared by V8, SpiderMonkey and Wasmtime.</summary>
    public const int MostSegments = 90_000;

    // A segment costs its flags, i32.const, an offset of up to five bytes, end and a length of one byte or more: shorter
    // runs of zeros are cheaper to keep. Nor are shorter ones found: any run of seven bytes has a whole aligned word in it.
    private const int LeastRun = 10;

    /// <summary>The parts, in order, that together hold every byte that is not zero.</summary>
    /// <param name="image">The memory.</param>
    /// <param name="mostSegments">How many parts there may be. The longest runs of zeros are left out.</param>
    public static IReadOnlyList<Range> Cut(ReadOnlySpan<byte> image, int mostSegments = MostSegments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostSegments, 1);
        List<Range> parts = [];
        int start = image.IndexOfAnyExcept((byte)0);
        while (start >= 0)
        {
            Range? run = NextRun(image, start);
            if (run is null)
            {
                parts.Add(start..(image.LastIndexOfAnyExcept((byte)0) + 1));
                break;
            }

            parts.Add(start..run.Value.Start);
            start = run.Value.End.Value < image.Length ? run.Value.End.Value : -1;
        }

        return Join(parts, mostSegments);
    }

    /// <summary>The next run of zeros that is worth leaving out, at or after a position whose byte is not zero.</summary>
    private static Range? NextRun(ReadOnlySpan<byte> image, int position)
    {
        const int word = sizeof(uint);
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<byte, uint>(image);
        int index = (position + word - 1) / word;
        while (index < words.Length && words[index..].IndexOf(0u) is >= 0 and int found)
        {
            int start = (index + found) * word;
            int end = start + word;
            while (start > position && image[start - 1] == 0)
            {
                start--;
            }

            int rest = image[end..].IndexOfAnyExcept((byte)0);
            end = rest < 0 ? image.Length : end + rest;
            if (end - start >= LeastRun)
            {
                return start..end;
            }

            index = (end + word - 1) / word;
        }

        return null;
    }

    /// <summary>Joins the parts that the shortest runs of zeros separate, until there are few enough.</summary>
    private static List<Range> Join(List<Range> parts, int most)
    {
        if (parts.Count <= most)
        {
            return parts;
        }

        int[] gaps = new int[parts.Count - 1];
        for (int i = 0; i < gaps.Length; i++)
        {
            gaps[i] = parts[i + 1].Start.Value - parts[i].End.Value;
        }

        int[] sorted = [.. gaps];
        Array.Sort(sorted);
        int least = sorted[gaps.Length - (most - 1) - 1] + 1;
        List<Range> joined = [parts[0]];
        for (int i = 1; i < parts.Count; i++)
        {
            if (gaps[i - 1] >= least)
            {
                joined.Add(parts[i]);
            }
            else
            {
                joined[^1] = joined[^1].Start..parts[i].End;
            }
        }

        return joined;
    }
}
