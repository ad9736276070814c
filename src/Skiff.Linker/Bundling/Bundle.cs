using System.Buffers.Binary;
using System.Text;

namespace Skiff.Linker.Bundling;

/// <summary>
/// The files of a program as one block of bytes (docs/architecture.md, "The bundle"):
/// <code>
/// count u32 | count × { kind u32, name u32, content u32, size u32 } | names, each with a zero | contents, each 16-byte aligned
/// </code>
/// All numbers are little-endian, all offsets count from the block's start.
/// </summary>
public static class Bundle
{
    /// <summary>What the block and every content in it is aligned to, in bytes.</summary>
    public const int Alignment = 16;

    private const int HeadSize = sizeof(uint);
    private const int RowSize = 4 * sizeof(uint);

    /// <summary>Makes the block of entries, in their order.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="trailer">Bytes to put behind them, aligned too, of which the block does not tell.</param>
    /// <exception cref="OverflowException">The block would not be smaller than 2 GiB.</exception>
    /// <exception cref="ArgumentException">A name holds a zero character.</exception>
    public static byte[] Write(IReadOnlyList<BundleEntry> entries, ReadOnlySpan<byte> trailer = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        PlacedName[] names = new PlacedName[entries.Count];
        int end = checked(HeadSize + (entries.Count * RowSize));
        for (int i = 0; i < names.Length; i++)
        {
            string name = entries[i].Name;
            if (name.Contains('\0', StringComparison.Ordinal))
            {
                throw new ArgumentException("The name of an entry cannot hold a zero character.", nameof(entries));
            }

            names[i] = new PlacedName(Encoding.UTF8.GetBytes(name), end);
            end = checked(end + names[i].Bytes.Length + 1);
        }

        int[] offsets = new int[names.Length];
        for (int i = 0; i < offsets.Length; i++)
        {
            offsets[i] = Align(end);
            end = checked(offsets[i] + entries[i].Content.Length);
        }

        int trailerOffset = trailer.IsEmpty ? end : Align(end);
        byte[] block = new byte[checked(trailerOffset + trailer.Length)];
        trailer.CopyTo(block.AsSpan(trailerOffset));
        BinaryPrimitives.WriteUInt32LittleEndian(block, (uint)names.Length);
        for (int i = 0; i < names.Length; i++)
        {
            Span<byte> row = block.AsSpan(HeadSize + (i * RowSize), RowSize);
            BinaryPrimitives.WriteUInt32LittleEndian(row, (uint)entries[i].Kind);
            BinaryPrimitives.WriteUInt32LittleEndian(row[4..], (uint)names[i].Offset);
            BinaryPrimitives.WriteUInt32LittleEndian(row[8..], (uint)offsets[i]);
            BinaryPrimitives.WriteUInt32LittleEndian(row[12..], (uint)entries[i].Content.Length);
            names[i].Bytes.CopyTo(block, names[i].Offset);
            entries[i].Content.Span.CopyTo(block.AsSpan(offsets[i]));
        }

        return block;
    }

    /// <summary>Reads the entries of a block; the contents stay slices of it.</summary>
    /// <exception cref="InvalidDataException">The block is malformed; the message says where.</exception>
    public static IReadOnlyList<PlacedEntry> Read(ReadOnlyMemory<byte> block)
    {
        ReadOnlySpan<byte> bytes = block.Span;
        if (bytes.Length < HeadSize)
        {
            throw new InvalidDataException($"A bundle has at least {HeadSize} bytes, and this has {bytes.Length}.");
        }

        uint count = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        if (count > (bytes.Length - HeadSize) / RowSize)
        {
            throw new InvalidDataException($"The bundle claims {count} entries, and {bytes.Length} bytes cannot hold so many.");
        }

        PlacedEntry[] entries = new PlacedEntry[count];
        for (int i = 0; i < entries.Length; i++)
        {
            ReadOnlySpan<byte> row = bytes.Slice(HeadSize + (i * RowSize), RowSize);
            BundleKind kind = (BundleKind)BinaryPrimitives.ReadUInt32LittleEndian(row);
            uint name = BinaryPrimitives.ReadUInt32LittleEndian(row[4..]);
            uint offset = BinaryPrimitives.ReadUInt32LittleEndian(row[8..]);
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(row[12..]);
            int length = name < bytes.Length ? bytes[(int)name..].IndexOf((byte)0) : -1;
            if (length < 0 || offset > bytes.Length || size > bytes.Length - offset || offset % Alignment != 0)
            {
                throw new InvalidDataException($"Entry {i} of the bundle does not lie in its {bytes.Length} bytes as it should.");
            }

            string text = Encoding.UTF8.GetString(bytes.Slice((int)name, length));
            entries[i] = new PlacedEntry(new BundleEntry(kind, text, block.Slice((int)offset, (int)size)), offset);
        }

        return entries;
    }

    private static int Align(int offset) => checked(offset + (Alignment - 1)) & ~(Alignment - 1);

    private readonly record struct PlacedName(byte[] Bytes, int Offset);
}
