using System.Buffers.Binary;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi.Linux;

/// <summary>
/// The entries of a directory as they were when the guest began to read it. A cookie is the number of entries before the next
/// one, so that a guest can go on, or back, whatever happens to the directory meanwhile.
/// </summary>
internal sealed unsafe class DirectoryEntries
{
    private const int HeaderSize = 24;
    private const int BufferSize = 32 << 10;

    private readonly List<(ulong Inode, FileType Type, byte[] Name)> _entries = [];

    /// <summary>No entries.</summary>
    public static DirectoryEntries None { get; } = new();

    /// <summary>Reads a directory from its beginning.</summary>
    public static Errno Read(int handle, out DirectoryEntries entries)
    {
        entries = new DirectoryEntries();
        if (LinuxCalls.lseek(handle, 0, 0) < 0)
        {
            return UnixErrno.Last();
        }

        byte[] buffer = new byte[BufferSize];
        fixed (byte* start = buffer)
        {
            while (true)
            {
                int count = LinuxCalls.ReadDirectory(handle, start, BufferSize);
                if (count <= 0)
                {
                    return count == 0 ? Errno.Success : UnixErrno.Last();
                }

                entries.Add(buffer.AsSpan(0, count));
            }
        }
    }

    /// <summary>Writes entries as the guest expects them, until there are no more or there is no more room; the last may be cut.</summary>
    /// <remarks>
    /// <code>dirent: next cookie u64 | inode u64 at 8 | length of the name u32 at 16 | type u8 at 20 | the name at 24</code>
    /// </remarks>
    /// <returns>The number of bytes; less than there is room for means that there are no more entries.</returns>
    public int Write(Span<byte> target, ulong cookie)
    {
        int written = 0;
        Span<byte> header = stackalloc byte[HeaderSize];
        for (ulong i = cookie; i < (ulong)_entries.Count && written < target.Length; i++)
        {
            (ulong inode, FileType type, byte[] name) = _entries[(int)i];
            header.Clear();
            BinaryPrimitives.WriteUInt64LittleEndian(header, i + 1);
            BinaryPrimitives.WriteUInt64LittleEndian(header[8..], inode);
            BinaryPrimitives.WriteUInt32LittleEndian(header[16..], (uint)name.Length);
            header[20] = (byte)type;
            written += CopyWhatFits(header, target[written..]);
            written += CopyWhatFits(name, target[written..]);
        }

        return written;
    }

    private static int CopyWhatFits(ReadOnlySpan<byte> source, Span<byte> target)
    {
        int count = Math.Min(source.Length, target.Length);
        source[..count].CopyTo(target);
        return count;
    }

    /// <summary>Adds the records of one <c>getdents64</c>: inode u64, offset u64, record length u16, type u8, name.</summary>
    private void Add(ReadOnlySpan<byte> records)
    {
        while (!records.IsEmpty)
        {
            ulong inode = BinaryPrimitives.ReadUInt64LittleEndian(records);
            ushort length = BinaryPrimitives.ReadUInt16LittleEndian(records[16..]);
            ReadOnlySpan<byte> name = records[19..length];
            name = name[..name.IndexOf((byte)0)];
            FileType type = records[18] switch
            {
                2 => FileType.CharacterDevice,
                4 => FileType.Directory,
                6 => FileType.BlockDevice,
                8 => FileType.RegularFile,
                10 => FileType.SymbolicLink,
                12 => FileType.SocketStream,
                _ => FileType.Unknown,
            };
            // The directory above may not be the guest's to know.
            _entries.Add((name.SequenceEqual(".."u8) ? 0 : inode, type, name.ToArray()));
            records = records[length..];
        }
    }
}
