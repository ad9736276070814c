using Skiff.Wasm.Linking;

namespace Skiff.Runtime.References;

/// <summary>
/// The runtime's table of the time zone data that is linked into it: pointers to records of
/// <code>
/// type u32 = 0 | identifier char* | free function | its argument | name char* | content byte* | size u32
/// </code>
/// What reads the table is not used: the personality has the files itself (docs/architecture.md, "Time zones").
/// </summary>
internal static class ZoneTable
{
    private const string Table = "mono_register_timezones_bundle_data_resources";
    private const string Reader = "mono_register_timezones_bundle";
    private const uint RecordSize = 7 * sizeof(uint);

    /// <summary>
    /// Reads the files and takes the table out of <paramref name="image"/> and of the references, whose data is placed.
    /// </summary>
    /// <exception cref="LinkException">The runtime has no such table.</exception>
    public static IReadOnlyList<ZoneFile> TakeOut(RuntimeObjects objects, MemoryImage image)
    {
        if (objects.Find(Table) is not [{ Data: [var table] }] || objects.Find(Reader) is not [var reader])
        {
            throw new LinkException($"The runtime has no table {Table} that {Reader} reads; where does it keep time zone data now?");
        }

        reader.References.Clear();
        List<ZoneFile> files = [];
        for (var place = table.Address; place < table.End; place += sizeof(uint))
        {
            var record = image.Word(place);
            files.Add(Read(image, record));
            image.Clear(new(record, RecordSize));
        }

        image.Clear(table);
        return files;
    }

    private static ZoneFile Read(MemoryImage image, uint record)
    {
        if (record < image.Start || record > image.End - RecordSize)
        {
            throw Unknown(record);
        }

        var path = image.Word(record + (1 * sizeof(uint)));
        var content = image.Word(record + (5 * sizeof(uint)));
        var size = image.Word(record + (6 * sizeof(uint)));
        var isOne = image.Word(record) == 0
            && image.Word(record + (2 * sizeof(uint))) == 0
            && path >= image.Start && path < image.End
            && content >= image.Start && content <= image.End && size <= image.End - content;
        return isOne ? new(image.Text(path), image.Bytes.Slice((int)content, (int)size).ToArray()) : throw Unknown(record);
    }

    private static LinkException Unknown(uint record) =>
        new($"The record of time zone data at {record} is not laid out as Skiff knows it; does the runtime's table {Table} have other records now?");
}
