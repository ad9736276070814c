using Skiff.Wasm;
using Skiff.Wasm.References;

namespace Skiff.Linker.DeadCode;

/// <summary>Finds static data that nothing uses, and makes it zero.</summary>
internal static class DeadData
{
    /// <summary>The ranges that nothing reached uses, in ascending order.</summary>
    public static IReadOnlyList<DataRange> Find(ReferenceGraph graph, Reachability reachability)
    {
        uint end = graph.Nodes.SelectMany(node => node.Data).Select(range => range.End).DefaultIfEmpty().Max();
        byte[] state = new byte[end];
        List<DataRange> dead = [];
        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            IReadOnlyList<DataRange> places = graph.Nodes[i].Data;
            if (reachability.IsReached(i))
            {
                foreach (DataRange place in places)
                {
                    state.AsSpan((int)place.Address, (int)place.Size).Fill(Used);
                }
            }
            else if (places is [var place])
            {
                dead.Add(place);
            }
        }

        KeepAddressed(dead, reachability);
        foreach (DataRange range in dead)
        {
            foreach (ref byte one in state.AsSpan((int)range.Address, (int)range.Size))
            {
                one |= Dead;
            }
        }

        return Runs(state);
    }

    /// <summary>Makes the ranges zero in the module's segments, and drops what is zero at their ends.</summary>
    public static void Clear(Module module, IReadOnlyList<DataRange> ranges)
    {
        List<DataSegment> segments = [];
        foreach (DataSegment segment in module.DataSegments)
        {
            if (segment.Memory is null || segment.Offset?.IntegerValue is not { } start)
            {
                segments.Add(segment);
                continue;
            }

            long position = start;
            long end = start + segment.Bytes.Length;
            for (int i = FirstAfter(ranges, start); i < ranges.Count && ranges[i].Address < end; i++)
            {
                Keep(segment, start, position, ranges[i].Address, segments);
                position = Math.Max(position, ranges[i].End);
            }

            Keep(segment, start, position, end, segments);
        }

        module.DataSegments.Clear();
        module.DataSegments.AddRange(segments);
    }

    private const byte Used = 1;
    private const byte Dead = 2;

    // A number in the code of a function that stays, and that is the address of data which nothing seems to use, keeps
    // that data: it is a number like any other most likely, but this costs next to nothing.
    private static void KeepAddressed(List<DataRange> dead, Reachability reachability)
    {
        HashSet<uint> numbers = [];
        foreach (Function function in reachability.Functions)
        {
            foreach (Instruction instruction in function.Body)
            {
                if (instruction.Opcode == Opcode.I32Const)
                {
                    numbers.Add((uint)instruction.Int32);
                }
                else if (instruction.Operand is Memory && instruction.MemoryArgument.Offset is > 0 and <= uint.MaxValue and var offset)
                {
                    numbers.Add((uint)offset);
                }
            }
        }

        dead.RemoveAll(range => numbers.Contains(range.Address));
    }

    private static List<DataRange> Runs(byte[] state)
    {
        List<DataRange> runs = [];
        for (int i = 0; i < state.Length;)
        {
            int length = 0;
            while (i + length < state.Length && state[i + length] == Dead)
            {
                length++;
            }

            if (length > 0)
            {
                runs.Add(new((uint)i, (uint)length));
            }

            i += Math.Max(length, 1);
        }

        return runs;
    }

    private static int FirstAfter(IReadOnlyList<DataRange> ranges, long address)
    {
        int low = 0;
        int high = ranges.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (ranges[middle].End <= address)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static void Keep(DataSegment segment, long start, long from, long to, List<DataSegment> segments)
    {
        if (from >= to)
        {
            return;
        }

        ReadOnlyMemory<byte> bytes = segment.Bytes[(int)(from - start)..(int)(to - start)];
        int first = bytes.Span.IndexOfAnyExcept((byte)0);
        if (first >= 0)
        {
            int last = bytes.Span.LastIndexOfAnyExcept((byte)0);
            segments.Add(new(segment.Memory!, ConstantExpression.I32((int)(from + first)), bytes[first..(last + 1)]) { Name = segment.Name });
        }
    }
}
