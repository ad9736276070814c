using System.Text;

namespace Skiff.Wasm.References;

/// <summary>
/// What the parts of a linked module refer to, as the object files said that it was linked from. A linked module does
/// not say it any more: an address in its code is a number like any other.
/// </summary>
/// <param name="module">The fingerprint of the module (<see cref="FingerprintOf"/>).</param>
/// <param name="nodes">The symbols.</param>
/// <param name="entries">The functions that managed code can name.</param>
public sealed class ReferenceGraph(ulong module, IReadOnlyList<ReferenceNode> nodes, IReadOnlyList<ReferenceEntry> entries)
{
    private const uint Magic = 0x46455253; // "SREF"
    private const int Version = 1;

    /// <summary>The fingerprint of the module.</summary>
    public ulong Module { get; } = module;

    /// <summary>The symbols.</summary>
    public IReadOnlyList<ReferenceNode> Nodes { get; } = nodes;

    /// <summary>The functions that managed code can name.</summary>
    public IReadOnlyList<ReferenceEntry> Entries { get; } = entries;

    /// <summary>A module's functions by index, as they are when it is written and read.</summary>
    public static IReadOnlyList<Function> FunctionsOf(Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return [.. module.Functions.Where(function => function.IsImported), .. module.Functions.Where(function => !function.IsImported)];
    }

    /// <summary>A hash of the names of the module's functions in order: the indices in the graph are right for these.</summary>
    public static ulong FingerprintOf(Module module)
    {
        ulong hash = 14695981039346656037;
        foreach (Function function in FunctionsOf(module))
        {
            foreach (char c in function.Name ?? "")
            {
                hash = (hash ^ c) * 1099511628211;
            }

            hash = (hash ^ 0xFFFF) * 1099511628211;
        }

        return hash;
    }

    /// <summary>Writes the graph.</summary>
    public void Write(Stream target)
    {
        using BinaryWriter writer = new(target, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(Module);
        writer.Write7BitEncodedInt(Nodes.Count);
        foreach (ReferenceNode node in Nodes)
        {
            Write(writer, node);
        }

        writer.Write7BitEncodedInt(Entries.Count);
        foreach (ReferenceEntry entry in Entries)
        {
            writer.Write((byte)entry.Kind);
            writer.Write(entry.Scope);
            writer.Write(entry.Name);
            writer.Write7BitEncodedInt(entry.Node);
        }
    }

    /// <summary>Reads a graph.</summary>
    /// <exception cref="InvalidDataException">The stream has none, or one of another version of this library.</exception>
    public static ReferenceGraph Read(Stream source)
    {
        using BinaryReader reader = new(source, Encoding.UTF8, leaveOpen: true);
        try
        {
            return Read(reader);
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The reference graph is damaged.", exception);
        }
    }

    private static ReferenceGraph Read(BinaryReader reader)
    {
        if (reader.ReadUInt32() != Magic || reader.ReadInt32() != Version)
        {
            throw new InvalidDataException("This is no reference graph, or one of another version.");
        }

        ulong module = reader.ReadUInt64();
        ReferenceNode[] nodes = new ReferenceNode[Count(reader)];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = ReadNode(reader, nodes.Length);
        }

        ReferenceEntry[] entries = new ReferenceEntry[Count(reader)];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = new((EntryKind)reader.ReadByte(), reader.ReadString(), reader.ReadString(), Index(reader.Read7BitEncodedInt(), nodes.Length));
        }

        return new(module, nodes, entries);
    }

    private static void Write(BinaryWriter writer, ReferenceNode node)
    {
        Parts parts = (node.Name.Length > 0 ? Parts.Name : 0)
            | (node.IsRoot ? Parts.Root : 0)
            | (node.References.Count > 0 ? Parts.References : 0)
            | (node.Functions.Count > 0 ? Parts.Functions : 0)
            | (node.Slots.Count > 0 ? Parts.Slots : 0)
            | (node.Data.Count > 0 ? Parts.Data : 0);
        writer.Write((byte)parts);
        if (parts.HasFlag(Parts.Name))
        {
            writer.Write(node.Name);
        }

        if (parts.HasFlag(Parts.References))
        {
            WriteAscending(writer, node.References);
        }

        if (parts.HasFlag(Parts.Functions))
        {
            WriteAscending(writer, node.Functions);
        }

        if (parts.HasFlag(Parts.Slots))
        {
            WriteAscending(writer, node.Slots.Select(slot => (int)slot));
        }

        if (parts.HasFlag(Parts.Data))
        {
            writer.Write7BitEncodedInt(node.Data.Count);
            foreach (DataRange range in node.Data)
            {
                writer.Write7BitEncodedInt((int)range.Address);
                writer.Write7BitEncodedInt((int)range.Size);
            }
        }
    }

    private static ReferenceNode ReadNode(BinaryReader reader, int nodes)
    {
        Parts parts = (Parts)reader.ReadByte();
        return new()
        {
            Name = parts.HasFlag(Parts.Name) ? reader.ReadString() : "",
            IsRoot = parts.HasFlag(Parts.Root),
            References = parts.HasFlag(Parts.References) ? ReadAscending(reader, nodes) : [],
            Functions = parts.HasFlag(Parts.Functions) ? ReadAscending(reader, int.MaxValue) : [],
            Slots = parts.HasFlag(Parts.Slots) ? Array.ConvertAll(ReadAscending(reader, int.MaxValue), slot => (uint)slot) : [],
            Data = parts.HasFlag(Parts.Data) ? ReadRanges(reader) : [],
        };
    }

    private static DataRange[] ReadRanges(BinaryReader reader)
    {
        DataRange[] ranges = new DataRange[Count(reader)];
        for (int i = 0; i < ranges.Length; i++)
        {
            ranges[i] = new((uint)reader.Read7BitEncodedInt(), (uint)reader.Read7BitEncodedInt());
        }

        return ranges;
    }

    // Differences are small numbers, and so single bytes.
    private static void WriteAscending(BinaryWriter writer, IEnumerable<int> numbers)
    {
        int[] sorted = [.. numbers.Distinct().Order()];
        writer.Write7BitEncodedInt(sorted.Length);
        int previous = 0;
        foreach (int number in sorted)
        {
            writer.Write7BitEncodedInt(number - previous);
            previous = number;
        }
    }

    private static int[] ReadAscending(BinaryReader reader, int limit)
    {
        int[] numbers = new int[Count(reader)];
        int previous = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            previous = numbers[i] = Index(previous + reader.Read7BitEncodedInt(), limit);
        }

        return numbers;
    }

    private static int Count(BinaryReader reader) => Index(reader.Read7BitEncodedInt(), 1 << 24);

    private static int Index(int value, int limit) =>
        value >= 0 && value < limit ? value : throw new InvalidDataException("The reference graph is damaged.");

    [Flags]
    private enum Parts : byte
    {
        Name = 1,
        Root = 2,
        References = 4,
        Functions = 8,
        Slots = 16,
        Data = 32,
    }
}
