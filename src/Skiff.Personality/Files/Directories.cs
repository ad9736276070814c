using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// Listing directories. A directory is read whole when its first entries are asked for: cookies of hosts are often
/// positions in a listing made afresh for every call, so that a program that deletes what it lists would skip entries.
/// Mount points are listed in their directory, in place of what the host has by that name.
/// </summary>
internal static unsafe class Directories
{
    /// <summary>Bytes to ask the host for at first; twice as many each time there are more.</summary>
    private const uint FirstBuffer = 16384;

    /// <summary>
    /// <c>getdents64</c>: fills a buffer with as many entries as fit, `.` and `..` left out; the bytes used, 0 at the end.
    /// Errors: <see cref="Errno.NotDirectory"/>; <see cref="Errno.Invalid"/> when not even one entry fits;
    /// <see cref="Errno.NoMemory"/>; those of <c>fd_readdir</c>.
    /// <para>
    /// An entry, here `a.txt`:
    /// <code>
    ///          inode          offset of the next  length type   name
    ///   +------------------+------------------+--------+----+-----------+---------+
    ///   | 7 0 0 0  0 0 0 0 | 1 0 0 0  0 0 0 0 | 32 0   | 8  | a . t x t | 0 ...   |
    ///   +------------------+------------------+--------+----+-----------+---------+
    ///   0                  8                  16       18   19          24        32
    /// </code>
    /// </para>
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_getdents64")]
    internal static int GetEntries(int fd, byte* buffer, uint size)
    {
        OpenFile* file = Descriptors.Get(fd);
        if (file == null)
        {
            return -Errno.BadDescriptor;
        }

        int errno = Read(file);
        if (errno != Errno.Success)
        {
            return -errno;
        }

        uint used = 0;
        while (file->EntriesPosition < file->EntriesLength)
        {
            Dirent* entry = (Dirent*)(file->Entries + file->EntriesPosition);
            uint length = (Dirent64.NameOffset + entry->NameLength + 1 + 7) & ~7u;
            if (used + length > size)
            {
                return used == 0 ? -Errno.Invalid : (int)used;
            }

            uint next = file->EntriesPosition + Size(entry);
            Convert(entry, (Dirent64*)(buffer + used), length, next);
            used += length;
            file->EntriesPosition = next;
        }

        return (int)used;
    }

    /// <summary>
    /// Reads a directory into its description, unless that has happened: WASI's <see cref="Dirent"/>s, each followed by
    /// its name, without padding. An errno.
    /// </summary>
    internal static int Read(OpenFile* file)
    {
        if (file->FileType != FileType.Directory)
        {
            return Errno.NotDirectory;
        }

        if (file->Entries != null)
        {
            return Errno.Success;
        }

        uint capacity = FirstBuffer;
        file->Entries = (byte*)Runtime.Allocate(capacity);
        file->EntriesLength = 0;
        file->EntriesPosition = 0;
        int errno = file->Entries == null ? Errno.NoMemory : Errno.Success;
        if (errno == Errno.Success && file->Host != OpenFile.Virtual)
        {
            errno = Errno.Translate(HostDirectory.Read(file, &capacity));
        }

        if (errno == Errno.Success)
        {
            RemoveHidden(file);
            errno = AddMounts(file, &capacity);
        }

        if (errno != Errno.Success)
        {
            Rewind(file);
        }

        return errno;
    }

    /// <summary>The bytes an entry takes among <see cref="OpenFile.Entries"/>.</summary>
    internal static uint Size(Dirent* entry) => Dirent.HeadSize + entry->NameLength;

    /// <summary>The name of an entry, which has no NUL.</summary>
    internal static byte* Name(Dirent* entry) => (byte*)entry + Dirent.HeadSize;

    /// <summary>Forgets what was read, so that the next call reads the directory afresh.</summary>
    internal static void Rewind(OpenFile* file)
    {
        Runtime.Free(file->Entries);
        file->Entries = null;
        file->EntriesLength = 0;
        file->EntriesPosition = 0;
    }

    /// <summary>Adds an entry to those that were read; null when there is no memory.</summary>
    internal static Dirent* Append(OpenFile* file, byte* name, uint length, byte type, uint* capacity)
    {
        while (*capacity - file->EntriesLength < Dirent.HeadSize + length)
        {
            if (!Grow(file, capacity))
            {
                return null;
            }
        }

        Dirent* entry = (Dirent*)(file->Entries + file->EntriesLength);
        Text.Clear(entry, Dirent.HeadSize);
        entry->NameLength = length;
        entry->FileType = type;
        Text.Copy(Name(entry), name, length);
        file->EntriesLength += Size(entry);
        return entry;
    }

    /// <summary>Makes more room for entries. False when there is no memory.</summary>
    internal static bool Grow(OpenFile* file, uint* capacity)
    {
        uint larger = *capacity * 2;
        byte* entries = larger < *capacity ? null : (byte*)Runtime.Allocate(larger);
        if (entries == null)
        {
            return false;
        }

        Text.Copy(entries, file->Entries, file->EntriesLength);
        Runtime.Free(file->Entries);
        file->Entries = entries;
        *capacity = larger;
        return true;
    }

    /// <summary>Removes `.`, `..`, names that C's structure has no room for, and what mount points hide.</summary>
    private static void RemoveHidden(OpenFile* file)
    {
        uint read = 0;
        uint write = 0;
        while (read < file->EntriesLength)
        {
            Dirent* entry = (Dirent*)(file->Entries + read);
            uint size = Size(entry);
            if (!IsHidden(file, entry))
            {
                // Forward, byte by byte: the two may overlap.
                for (uint i = 0; i < size && read != write; i++)
                {
                    file->Entries[write + i] = file->Entries[read + i];
                }

                write += size;
            }

            read += size;
        }

        file->EntriesLength = write;
    }

    private static bool IsHidden(OpenFile* file, Dirent* entry)
    {
        byte* name = Name(entry);
        uint length = entry->NameLength;
        if (length is 0 or > Dirent64.MaximumName || (name[0] == '.' && (length == 1 || (length == 2 && name[1] == '.'))))
        {
            return true;
        }

        for (uint i = 0; i < Preopens.Count; i++)
        {
            uint nameLength;
            byte* mounted = MountedName(file->Path, i, &nameLength);
            if (mounted != null && nameLength == length && Text.Equal(mounted, name, length))
            {
                return true;
            }
        }

        return false;
    }

    private static int AddMounts(OpenFile* file, uint* capacity)
    {
        for (uint i = 0; i < Preopens.Count; i++)
        {
            uint length;
            byte* name = MountedName(file->Path, i, &length);
            if (name == null || IsListed(file, name, length))
            {
                continue;
            }

            Dirent* entry = Append(file, name, length, FileType.Directory, capacity);
            if (entry == null)
            {
                return Errno.NoMemory;
            }

            entry->Inode = i + 1;
        }

        return Errno.Success;
    }

    /// <summary>Whether a name is among the entries: of two mounts at `/a/b` and `/a/c`, the root has one `a`.</summary>
    private static bool IsListed(OpenFile* file, byte* name, uint length)
    {
        uint position = 0;
        while (position < file->EntriesLength)
        {
            Dirent* entry = (Dirent*)(file->Entries + position);
            if (entry->NameLength == length && Text.Equal(Name(entry), name, length))
            {
                return true;
            }

            position += Size(entry);
        }

        return false;
    }

    /// <summary>The name by which a mount is reached from a directory that it lies below; null for any other.</summary>
    private static byte* MountedName(byte* directory, uint index, uint* length)
    {
        Mount* mount = Preopens.At(index);
        uint start = Text.Length(directory);
        if (mount->Length <= start || !Paths.IsWithin(mount->Path, mount->Length, directory, start))
        {
            return null;
        }

        byte* name = mount->Path + start + 1;
        uint count = 0;
        while (name[count] is not 0 and not (byte)'/')
        {
            count++;
        }

        *length = count;
        return name;
    }

    private static void Convert(Dirent* entry, Dirent64* result, uint length, uint next)
    {
        Text.Clear(result, length);
        result->Inode = entry->Inode;
        result->Offset = next;
        result->Length = (ushort)length;
        result->Type = Type(entry->FileType);
        Text.Copy((byte*)result + Dirent64.NameOffset, Name(entry), entry->NameLength);
    }

    /// <summary><c>d_type</c>, which is 0 for what the host does not know.</summary>
    private static byte Type(byte fileType) => fileType switch
    {
        FileType.CharacterDevice => 2,
        FileType.Directory => 4,
        FileType.BlockDevice => 6,
        FileType.RegularFile => 8,
        FileType.SymbolicLink => 10,
        FileType.SocketDatagram or FileType.SocketStream => 12,
        _ => 0,
    };
}
