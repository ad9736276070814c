using System.Globalization;
using System.Text;

namespace Skiff.Wasm.Objects;

/// <summary>Static libraries: <c>ar</c> archives of object files, with long names as GNU and LLVM write them.</summary>
public static class Archive
{
    private const int HeaderSize = 60;

    private static ReadOnlySpan<byte> Magic => "!<arch>\n"u8;

    /// <summary>Reads the members of an archive, its symbol index left out.</summary>
    /// <returns>Name and contents of each member, in order.</returns>
    /// <exception cref="InvalidDataException">The bytes are no archive.</exception>
    public static IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> Read(ReadOnlyMemory<byte> archive)
    {
        if (!archive.Span.StartsWith(Magic))
        {
            throw new InvalidDataException("The bytes are no archive: they do not begin with '!<arch>'.");
        }

        List<(string, ReadOnlyMemory<byte>)> members = [];
        ReadOnlyMemory<byte> names = default;
        int position = Magic.Length;
        while (position < archive.Length)
        {
            if (archive.Length - position < HeaderSize)
            {
                throw new InvalidDataException($"The archive ends inside the header at byte {position}.");
            }

            string name = Text(archive.Span.Slice(position, 16));
            if (!int.TryParse(Text(archive.Span.Slice(position + 48, 10)), NumberStyles.None, CultureInfo.InvariantCulture, out int size)
                || size > archive.Length - position - HeaderSize)
            {
                throw new InvalidDataException($"The archive's member at byte {position} has no size that fits.");
            }

            ReadOnlyMemory<byte> contents = archive.Slice(position + HeaderSize, size);
            switch (name)
            {
                case "/" or "/SYM64/":
                    break;
                case "//":
                    names = contents;
                    break;
                default:
                    members.Add((MemberName(name, names.Span), contents));
                    break;
            }

            position += HeaderSize + size + (size & 1);
        }

        return members;
    }

    private static string Text(ReadOnlySpan<byte> field) => Encoding.ASCII.GetString(field).TrimEnd(' ');

    // "name/", or "/offset" into the table of long names, where each ends in "/\n".
    private static string MemberName(string name, ReadOnlySpan<byte> names)
    {
        if (name is ['/', .. var digits])
        {
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int offset) || offset >= names.Length)
            {
                throw new InvalidDataException($"The archive has a member '{name}', but no such long name.");
            }

            ReadOnlySpan<byte> rest = names[offset..];
            int end = rest.IndexOf((byte)'\n');
            name = Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
        }

        return name.TrimEnd('/');
    }
}
