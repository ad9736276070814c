namespace Skiff.Personality;

/// <summary>Reading a directory of the host.</summary>
internal static unsafe class HostDirectory
{
    /// <summary>Appends all its entries to <see cref="OpenFile.Entries"/>; an <see cref="Errno"/>.</summary>
    internal static int Read(OpenFile* file, uint* capacity)
    {
        ulong cookie = 0;
        while (true)
        {
            uint room = *capacity - file->EntriesLength;
            uint used = 0;
            int errno = Wasi.FdReaddir(file->Host, file->Entries + file->EntriesLength, room, cookie, &used);
            if (errno != Errno.Success)
            {
                return errno;
            }

            file->EntriesLength += Whole(file->Entries + file->EntriesLength, used < room ? used : room, &cookie);
            if (used < room)
            {
                return Errno.Success;
            }

            if (!Directories.Grow(file, capacity))
            {
                return Errno.NoMemory;
            }
        }
    }

    /// <summary>The bytes of whole entries: the last one may be cut off. The cookie becomes that of the entry after them.</summary>
    private static uint Whole(byte* entries, uint length, ulong* cookie)
    {
        uint position = 0;
        while (length - position >= Dirent.HeadSize)
        {
            Dirent* entry = (Dirent*)(entries + position);
            if (length - position - Dirent.HeadSize < entry->NameLength)
            {
                break;
            }

            *cookie = entry->Next;
            position += Directories.Size(entry);
        }

        return position;
    }
}
