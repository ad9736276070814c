using Skiff.Wasm.Binary;

namespace Skiff.Wasm;

/// <summary>One section of a file as it lies there, its contents not interpreted (specification: binary format, sections).</summary>
/// <param name="Id">Which section.</param>
/// <param name="Name">The name of a custom section; null for all others.</param>
/// <param name="Offset">Where in the file its identifier is, in bytes.</param>
/// <param name="Size">Its size in the file, identifier and length included, in bytes.</param>
/// <param name="Count">How many items it has; null for custom sections and the start section, which have none.</param>
/// <param name="Contents">What follows the length, or the name of a custom section; a slice of the file.</param>
public sealed record ModuleSection(SectionId Id, string? Name, int Offset, int Size, uint? Count, ReadOnlyMemory<byte> Contents)
{
    /// <summary>The bytes before the first section: the magic number and the version.</summary>
    public const int PreambleSize = 8;

    /// <summary>Walks the sections of a file, in its order. Their sizes and the preamble's are that of the file.</summary>
    /// <exception cref="WasmFormatException">The bytes are not a core module, or a section goes beyond their end.</exception>
    public static IReadOnlyList<ModuleSection> ReadAll(ReadOnlyMemory<byte> file)
    {
        ByteReader reader = new(file.Span);
        ModuleDecoder.ReadPreamble(ref reader);
        List<ModuleSection> sections = [];
        while (!reader.AtEnd)
        {
            int offset = reader.Position;
            SectionId id = ModuleDecoder.ReadSectionId(ref reader);
            ByteReader section = ModuleDecoder.TakeSection(ref reader, id);
            string? name = id == SectionId.Custom ? section.ReadName() : null;
            int start = section.Position;
            uint? count = id is SectionId.Custom or SectionId.Start ? null : section.ReadU32();
            sections.Add(new ModuleSection(id, name, offset, section.End - offset, count, file[start..section.End]));
        }

        return sections;
    }
}
