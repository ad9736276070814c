namespace Skiff.Personality;

/// <summary>A file's bytes, for what is needed before there is managed code.</summary>
internal static unsafe class WholeFile
{
    /// <summary>
    /// Reads the file at a canonical path into new memory with a NUL after it. An errno; those of <c>open</c>,
    /// <see cref="Errno.NoMemory"/>.
    /// </summary>
    internal static int Read(byte* path, byte** bytes, uint* length)
    {
        Location location;
        Paths.Locate(path, &location);
        int fd = Open.At(&location, OpenFlags.ReadOnly);
        if (fd < 0)
        {
            return -fd;
        }

        int errno = Read(Descriptors.Get(fd), bytes, length);
        _ = Descriptors.Remove(fd);
        return errno;
    }

    /// <summary>Whether there is something other than a directory at a canonical path.</summary>
    internal static bool Exists(byte* path)
    {
        Location location;
        FileStat stat;
        Paths.Locate(path, &location);
        return FileStatus.Get(&location, true, &stat) == Errno.Success && stat.FileType != FileType.Directory;
    }

    private static int Read(OpenFile* file, byte** bytes, uint* length)
    {
        if (file->FileType == FileType.Directory)
        {
            return Errno.IsDirectory;
        }

        FileStat stat;
        int errno = Wasi.FdFilestatGet(file->Host, &stat);
        if (errno != Errno.Success)
        {
            return Errno.Translate(errno);
        }

        if (stat.Size >= int.MaxValue)
        {
            return Errno.NoMemory;
        }

        byte* memory = (byte*)Runtime.Allocate((uint)stat.Size + 1);
        if (memory == null)
        {
            return Errno.NoMemory;
        }

        errno = Mapping.ReadAll(file->Host, memory, (uint)stat.Size, 0, length);
        if (errno != Errno.Success)
        {
            Runtime.Free(memory);
            return Errno.Translate(errno);
        }

        memory[*length] = 0;
        *bytes = memory;
        return Errno.Success;
    }
}
