namespace Skiff.Personality;

/// <summary>
/// <c>TRUSTED_PLATFORM_ASSEMBLIES</c>: the paths of every `managed/*.dll`, with colons between them. The runtime finds an
/// assembly by its name there and opens it when it is first used.
/// </summary>
internal static unsafe class TrustedAssemblies
{
    /// <summary>
    /// Lists a directory, whose path ends in a slash, into new memory. An errno: those of <c>open</c> and
    /// <c>fd_readdir</c>.
    /// </summary>
    internal static int List(byte* directory, byte** result)
    {
        byte* canonical = stackalloc byte[(int)Paths.Maximum];
        Location location;
        int errno = Paths.Canonicalize(Paths.Root, directory, canonical);
        if (errno != Errno.Success)
        {
            return errno;
        }

        Paths.Locate(canonical, &location);
        int fd = Open.At(&location, OpenFlags.Directory);
        if (fd < 0)
        {
            return -fd;
        }

        OpenFile* file = Descriptors.Get(fd);
        errno = Directories.Read(file);
        if (errno == Errno.Success)
        {
            *result = List(file, directory);
        }

        _ = Descriptors.Remove(fd);
        return errno;
    }

    private static byte* List(OpenFile* file, byte* directory)
    {
        uint directoryLength = Text.Length(directory);
        uint size = 1;
        for (uint position = 0; position < file->EntriesLength;)
        {
            Dirent* entry = (Dirent*)(file->Entries + position);
            size += directoryLength + entry->NameLength + 1;
            position += Directories.Size(entry);
        }

        byte* list = (byte*)Process.Allocate(size);
        uint length = 0;
        for (uint position = 0; position < file->EntriesLength;)
        {
            Dirent* entry = (Dirent*)(file->Entries + position);
            if (Text.EndsWith(Directories.Name(entry), entry->NameLength, ".dll"u8))
            {
                if (length > 0)
                {
                    list[length++] = (byte)':';
                }

                Text.Copy(list + length, directory, directoryLength);
                Text.Copy(list + length + directoryLength, Directories.Name(entry), entry->NameLength);
                length += directoryLength + entry->NameLength;
            }

            position += Directories.Size(entry);
        }

        list[length] = 0;
        return list;
    }
}
