using System.Buffers.Binary;
using System.Text;

namespace Skiff.Linker.Globalization;

/// <summary>
/// A file of ICU data (ICU User Guide, "ICU Data", common data format): a header, then a table of contents of pairs
/// { offset of the name u32, offset of the item u32 } that count from the table, with the names <c>icudt68l/coll/de.res</c>
/// and so on.
/// </summary>
internal sealed class IcuData
{
    private const int MagicOffset = 2;
    private const int FormatOffset = 12;
    private const string ResourceExtension = ".res";

    private IcuData(string path, byte[] bytes, IReadOnlySet<string> items)
    {
        Path = path;
        Bytes = bytes;
        Items = items;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Its contents.</summary>
    public byte[] Bytes { get; }

    /// <summary>
    /// The names of its items without the package, such as <c>coll/de.res</c>; the case of letters does not matter.
    /// </summary>
    public IReadOnlySet<string> Items { get; }

    /// <summary>Reads the table of contents of a file.</summary>
    /// <exception cref="AppLinkException">The bytes are not ICU data.</exception>
    public static IcuData Read(string path, byte[] bytes)
    {
        ReadOnlySpan<byte> file = bytes;
        if (file.Length < FormatOffset + 4 || file[MagicOffset] != 0xDA || file[MagicOffset + 1] != 0x27
            || !file[FormatOffset..].StartsWith("CmnD"u8))
        {
            throw Malformed(path, "it does not begin as a file of ICU data does");
        }

        int table = BinaryPrimitives.ReadUInt16LittleEndian(file);
        if (table > file.Length - sizeof(uint))
        {
            throw Malformed(path, "it ends within its header");
        }

        ReadOnlySpan<byte> contents = file[table..];
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(contents);
        if (count > (contents.Length - sizeof(uint)) / (2 * sizeof(uint)))
        {
            throw Malformed(path, $"it claims {count} items, and is too short for so many");
        }

        HashSet<string> items = new((int)count, StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < count; i++)
        {
            uint offset = BinaryPrimitives.ReadUInt32LittleEndian(contents[(sizeof(uint) + (i * 2 * sizeof(uint)))..]);
            int length = offset < contents.Length ? contents[(int)offset..].IndexOf((byte)0) : -1;
            if (length < 0)
            {
                throw Malformed(path, $"the name of item {i} lies behind its end");
            }

            string name = Encoding.ASCII.GetString(contents.Slice((int)offset, length));
            items.Add(name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        }

        return new IcuData(path, bytes, items);
    }

    /// <summary>Whether there is anything for a locale, such as <c>de_AT</c>.</summary>
    public bool Has(string locale) => Items.Contains(locale + ResourceExtension);

    /// <summary>The items for a locale: its own, its collation, its rules for breaking text…</summary>
    public IEnumerable<string> ItemsOf(string locale)
    {
        string own = locale + ResourceExtension;
        string inTree = "/" + own;
        return Items.Where(item => item.Equals(own, StringComparison.OrdinalIgnoreCase) || item.EndsWith(inTree, StringComparison.OrdinalIgnoreCase));
    }

    private static AppLinkException Malformed(string path, string why) =>
        new(LinkError.InvalidIcuData, $"'{path}' is not ICU data: {why}; take one of the runtime pack's icudt*.dat");
}
