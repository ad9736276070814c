using Skiff.Wasm.Binary;

namespace Skiff.Wasm;

/// <summary>
/// Puts the data segments of a module together. Engines that map a memory image copy on write, as Wasmtime does, do so only
/// when the segments leave little between them; otherwise each is copied whenever the module is instantiated.
/// </summary>
public static class MemoryImage
{
    /// <summary>What Wasmtime maps in any case, however little of it is data: 16 MiB.</summary>
    private const ulong AlwaysMapped = 16 << 20;

    private const uint PageSize = 64 << 10;

    // Data segments (specification: binary format, data section).
    private const uint ActiveInFirstMemory = 0;
    private const uint Passive = 1;
    private const uint ActiveInMemory = 2;

    private const byte I32Const = 0x41;
    private const byte End = 0x0B;

    /// <summary>
    /// Gives a module that means the same, in which one data segment fills the memory from the first segment's beginning to the
    /// last one's end, and those it replaces are empty.
    /// </summary>
    /// <param name="file">The module in the binary format.</param>
    /// <param name="most">The most bytes of memory that the segment may fill.</param>
    /// <returns>The module; the same one where nothing would be gained, or where it cannot be done.</returns>
    /// <exception cref="WasmFormatException">The bytes are not a core module, or a section is malformed.</exception>
    public static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> file, int most)
    {
        IReadOnlyList<ModuleSection> sections = ModuleSection.ReadAll(file);
        if (!ImportsFunctionsOnly(sections)
            || sections.FirstOrDefault(section => section.Id == SectionId.Memory) is not { Count: 1 } memory
            || sections.FirstOrDefault(section => section.Id == SectionId.Data) is not { } data
            || ReadMinimum(memory) is not { } memorySize
            || Read(data) is not { } segments)
        {
            return file;
        }

        // Segments without content count as well: they too must be in bounds.
        Segment[] active = [.. segments.Where(segment => segment.IsActive)];
        Segment[] filled = [.. active.Where(segment => segment.Length > 0)];
        if (filled.Length == 0 || active.Any(segment => (ulong)segment.Offset + (uint)segment.Length > memorySize))
        {
            return file;
        }

        uint first = filled.Min(segment => segment.Offset);
        ulong extent = filled.Max(segment => (ulong)segment.Offset + (uint)segment.Length) - first;
        ulong size = filled.Aggregate(0UL, (sum, segment) => sum + (uint)segment.Length);
        return extent <= AlwaysMapped || extent < size * 2 || extent > (ulong)most
            ? file
            : Write(file, data, segments, first, (int)extent);
    }

    /// <summary>Whether the memory is surely the module's own: one that is imported is not zero between the segments.</summary>
    private static bool ImportsFunctionsOnly(IReadOnlyList<ModuleSection> sections)
    {
        if (sections.FirstOrDefault(section => section.Id == SectionId.Import) is not { } imports)
        {
            return true;
        }

        var reader = new ByteReader(imports.Contents.Span);
        uint count = reader.ReadU32();
        for (uint i = 0; i < count; i++)
        {
            reader.ReadName();
            reader.ReadName();
            if (reader.ReadByte() != (byte)ExternKind.Function)
            {
                return false;
            }

            reader.ReadU32();
        }

        return true;
    }

    /// <summary>Bytes of memory that the module has from the beginning; null for a kind of memory whose data is left alone.</summary>
    private static ulong? ReadMinimum(ModuleSection memory)
    {
        var reader = new ByteReader(memory.Contents.Span);
        reader.ReadU32();
        // A limit of 32 bits, with or without a maximum, and nothing else.
        return reader.ReadByte() <= 1 ? reader.ReadU32() * (ulong)PageSize : null;
    }

    /// <summary>The segments; null if one is placed by more than a number.</summary>
    private static List<Segment>? Read(ModuleSection data)
    {
        var reader = new ByteReader(data.Contents.Span);
        List<Segment> segments = [];
        uint count = reader.ReadU32();
        for (uint i = 0; i < count; i++)
        {
            uint kind = reader.ReadU32();
            uint offset = 0;
            if (kind != Passive)
            {
                if (kind > ActiveInMemory || (kind == ActiveInMemory && reader.ReadU32() != 0) || reader.ReadByte() != I32Const)
                {
                    return null;
                }

                offset = (uint)reader.ReadS32();
                if (reader.ReadByte() != End)
                {
                    return null;
                }
            }

            int length = reader.ReadCount("bytes of a data segment");
            segments.Add(new Segment(kind != Passive, offset, reader.Position, length));
            reader.ReadBytes(length);
        }

        return segments;
    }

    private static byte[] Write(ReadOnlyMemory<byte> file, ModuleSection data, List<Segment> segments, uint first, int extent)
    {
        ReadOnlySpan<byte> contents = data.Contents.Span;
        byte[] image = new byte[extent];
        foreach (Segment segment in segments)
        {
            if (segment is { IsActive: true, Length: > 0 })
            {
                // Where two overlap, the later one counts.
                contents.Slice(segment.Position, segment.Length).CopyTo(image.AsSpan((int)(segment.Offset - first)));
            }
        }

        // A segment keeps its number, by which instructions name it.
        var section = new ByteWriter();
        section.WriteU32((uint)segments.Count);
        bool isWritten = false;
        foreach (Segment segment in segments)
        {
            bool isImage = segment.IsActive && !isWritten;
            if (segment.IsActive)
            {
                section.WriteU32(ActiveInFirstMemory);
                section.WriteByte(I32Const);
                section.WriteS64(isImage ? (int)first : 0);
                section.WriteByte(End);
            }
            else
            {
                section.WriteU32(Passive);
            }

            ReadOnlySpan<byte> bytes = isImage ? image : segment.IsActive ? [] : contents.Slice(segment.Position, segment.Length);
            section.WriteU32((uint)bytes.Length);
            section.WriteBytes(bytes);
            isWritten |= isImage;
        }

        var joined = new ByteWriter();
        joined.WriteBytes(file.Span[..data.Offset]);
        joined.WriteByte((byte)SectionId.Data);
        joined.WriteU32((uint)section.Length);
        joined.WriteBytes(section.Written);
        joined.WriteBytes(file.Span[(data.Offset + data.Size)..]);
        return joined.ToArray();
    }

    /// <param name="IsActive">Whether it is copied to memory when the module is instantiated.</param>
    /// <param name="Offset">Where to.</param>
    /// <param name="Position">Where its content is in the section.</param>
    /// <param name="Length">Bytes of content.</param>
    private readonly record struct Segment(bool IsActive, uint Offset, int Position, int Length);
}
