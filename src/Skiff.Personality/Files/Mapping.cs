using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// Files in memory. WASI maps none, so the bytes are read on <c>mmap</c>, and those of a shared, writable mapping are
/// written back on <c>msync</c> and <c>munmap</c>. Two mappings of one file do not see each other's writes before that.
/// </summary>
internal static unsafe class Mapping
{
    private const int Writable = 2;
    private const int Private = 2;

    /// <summary>
    /// <c>_mmap_js</c>: 0, or a negated errno. The memory is the C library's to free, which <paramref name="allocated"/>
    /// tells it. What lies past the end of the file is zero. Errors: <see cref="Errno.NoMemory"/>,
    /// <see cref="Errno.BadDescriptor"/>, <see cref="Errno.Access"/> for a descriptor that does not allow it, those of
    /// <c>fd_pread</c>.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env._mmap_js")]
    internal static int Map(uint length, int protection, int flags, int fd, ulong offset, int* allocated, byte** address)
    {
        OpenFile* file = Descriptors.Get(fd);
        if (file == null)
        {
            return -Errno.BadDescriptor;
        }

        if (file->FileType == FileType.Directory)
        {
            return -Errno.Access;
        }

        bool writesBack = WritesBack(protection, flags);
        uint access = file->Flags & OpenFlags.AccessMode;
        if (access == OpenFlags.WriteOnly || (writesBack && access != OpenFlags.ReadWrite))
        {
            return -Errno.Access;
        }

        byte* memory = (byte*)Runtime.Allocate(length);
        if (memory == null)
        {
            return -Errno.NoMemory;
        }

        uint read = 0;
        int errno = ReadAll(file->Host, memory, length, offset, &read);
        if (errno == Errno.Success && writesBack && !Mappings.Add(memory, file))
        {
            errno = Errno.NoMemory;
        }

        if (errno != Errno.Success)
        {
            Runtime.Free(memory);
            return -Errno.Translate(errno);
        }

        Text.Clear(memory + read, length - read);
        *address = memory;
        *allocated = 1;
        return 0;
    }

    /// <summary><c>_msync_js</c>: writes a shared mapping back. Errors: those of <c>fd_pwrite</c>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env._msync_js")]
    internal static int Synchronize(byte* address, uint length, int protection, int flags, int fd, ulong offset) =>
        -WriteBack(address, length, offset);

    /// <summary><c>_munmap_js</c>: writes a shared mapping back for the last time. The caller frees the memory.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env._munmap_js")]
    internal static int Unmap(byte* address, uint length, int protection, int flags, int fd, ulong offset)
    {
        int errno = WriteBack(address, length, offset);
        Mappings.Remove(address);
        return -errno;
    }

    /// <summary>Reads from an offset until a buffer is full or the file ends. An errno.</summary>
    internal static int ReadAll(int host, byte* buffer, uint length, ulong offset, uint* total)
    {
        *total = 0;
        while (*total < length)
        {
            Iovec iovec;
            iovec.Buffer = buffer + *total;
            iovec.Length = length - *total;
            uint read = 0;
            int errno = Wasi.FdPread(host, &iovec, 1, offset + *total, &read);
            if (errno == Errno.Interrupted)
            {
                continue;
            }

            if (errno != Errno.Success)
            {
                return errno;
            }

            if (read == 0)
            {
                break;
            }

            *total += read;
        }

        return Errno.Success;
    }

    private static bool WritesBack(int protection, int flags) => (protection & Writable) != 0 && (flags & Private) == 0;

    /// <summary>The descriptor may be closed by now, or be another file's: the mapping holds the description itself.</summary>
    private static int WriteBack(byte* address, uint length, ulong offset)
    {
        OpenFile* file = Mappings.File(address);
        FileStat stat;
        if (file == null)
        {
            return Errno.Success;
        }

        int errno = Wasi.FdFilestatGet(file->Host, &stat);
        if (errno != Errno.Success)
        {
            return Errno.Translate(errno);
        }

        // A mapping never makes its file longer.
        ulong end = stat.Size < offset ? offset : stat.Size;
        uint count = end - offset < length ? (uint)(end - offset) : length;
        uint done = 0;
        while (done < count)
        {
            Iovec iovec;
            iovec.Buffer = address + done;
            iovec.Length = count - done;
            uint written = 0;
            errno = Wasi.FdPwrite(file->Host, &iovec, 1, offset + done, &written);
            if (errno == Errno.Interrupted)
            {
                continue;
            }

            if (errno != Errno.Success || written == 0)
            {
                return errno == Errno.Success ? Errno.InputOutput : Errno.Translate(errno);
            }

            done += written;
        }

        return Errno.Success;
    }
}
