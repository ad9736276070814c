using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// Reading and writing through the program's descriptors: the imports have the names and parameters of WASI's own
/// functions and return an <see cref="Errno"/>.
/// </summary>
internal static unsafe class ReadWrite
{
    private const byte FromStart = 0;

    /// <summary><c>fd_read</c>. A host's descriptor that never waits is waited for here, unless the program wants it so.</summary>
    [UnmanagedCallersOnly(EntryPoint = "wasi_snapshot_preview1.fd_read")]
    internal static int Read(int fd, Iovec* iovecs, uint count, uint* read)
    {
        OpenFile* file = Descriptors.Get(fd);
        if (file == null)
        {
            return Errno.BadDescriptor;
        }

        if (file->FileType == FileType.Directory)
        {
            return Errno.IsDirectory;
        }

        int errno;
        do
        {
            errno = Wasi.FdRead(file->Host, iovecs, count, read);
        }
        while (errno == Errno.Again && (file->Flags & OpenFlags.NonBlocking) == 0 && Poll.Readable(file->Host) == Errno.Success);
        return Errno.Translate(errno);
    }

    /// <summary><c>fd_write</c>, which waits likewise.</summary>
    [UnmanagedCallersOnly(EntryPoint = "wasi_snapshot_preview1.fd_write")]
    internal static int Write(int fd, Iovec* iovecs, uint count, uint* written)
    {
        OpenFile* file = Descriptors.Get(fd);
        if (file == null || file->FileType == FileType.Directory)
        {
            return Errno.BadDescriptor;
        }

        if (file->Host == OpenFile.Mute)
        {
            *written = Length(iovecs, count);
            return Errno.Success;
        }

        int errno;
        do
        {
            errno = Wasi.FdWrite(file->Host, iovecs, count, written);
        }
        while (errno == Errno.Again && (file->Flags & OpenFlags.NonBlocking) == 0 && Poll.Writable(file->Host) == Errno.Success);
        return Errno.Translate(errno);
    }

    /// <summary><c>fd_pread</c>: at an offset, leaving the position.</summary>
    [UnmanagedCallersOnly(EntryPoint = "wasi_snapshot_preview1.fd_pread")]
    internal static int ReadAt(int fd, Iovec* iovecs, uint count, ulong offset, uint* read)
    {
        OpenFile* file = Descriptors.Get(fd);
        if (file == null)
        {
            return Errno.BadDescriptor;
        }

        return file->FileType == FileType.Directory
            ? Errno.IsDirectory
            : Errno.Translate(Wasi.FdPread(file->Host, iovecs, count, offset, read));
    }

    /// <summary><c>fd_pwrite</c>: at an offset, leaving the position.</summary>
    [UnmanagedCallersOnly(EntryPoint = "wasi_snapshot_preview1.fd_pwrite")]
    internal static int WriteAt(int fd, Iovec* iovecs, uint count, ulong offset, uint* written)
    {
        OpenFile* file = Descriptors.Get(fd);
        return file == null || file->FileType == FileType.Directory
            ? Errno.BadDescriptor
            : Errno.Translate(Wasi.FdPwrite(file->Host, iovecs, count, offset, written));
    }

    /// <summary>
    /// <c>fd_seek</c>. A directory can only be rewound, after which it is read afresh; a stream cannot be positioned
    /// (<see cref="Errno.InvalidSeek"/>).
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "wasi_snapshot_preview1.fd_seek")]
    internal static int Seek(int fd, long offset, byte whence, ulong* position)
    {
        OpenFile* file = Descriptors.Get(fd);
        if (file == null)
        {
            return Errno.BadDescriptor;
        }

        if (file->FileType != FileType.Directory)
        {
            return Errno.Translate(Wasi.FdSeek(file->Host, offset, whence, position));
        }

        if (offset != 0 || whence != FromStart)
        {
            return Errno.Invalid;
        }

        Directories.Rewind(file);
        *position = 0;
        return Errno.Success;
    }

    /// <summary><c>fd_sync</c>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "wasi_snapshot_preview1.fd_sync")]
    internal static int Sync(int fd)
    {
        OpenFile* file = Descriptors.Get(fd);
        if (file == null)
        {
            return Errno.BadDescriptor;
        }

        return file->Host == OpenFile.Virtual ? Errno.Success : Errno.Translate(Wasi.FdSync(file->Host));
    }

    /// <summary><c>ftruncate</c>. Errors: <see cref="Errno.Invalid"/> for a negative length, or a file not open for writing.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_ftruncate64")]
    internal static int Truncate(int fd, long length)
    {
        OpenFile* file = Descriptors.Get(fd);
        if (file == null)
        {
            return -Errno.BadDescriptor;
        }

        return length < 0 || file->FileType == FileType.Directory || (file->Flags & OpenFlags.AccessMode) == OpenFlags.ReadOnly
            ? -Errno.Invalid
            : -Errno.Translate(Wasi.FdFilestatSetSize(file->Host, (ulong)length));
    }

    /// <summary><c>posix_fadvise</c>: advice may be ignored.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_fadvise64")]
    internal static int Advise(int fd, long offset, long length, int advice) =>
        Descriptors.Get(fd) == null ? -Errno.BadDescriptor : 0;

    /// <summary>
    /// <c>fstatfs</c>: the numbers of a large, empty ext file system, as WASI tells none. <paramref name="result"/> is
    /// the C library's <c>struct statfs</c> of 64 bytes, all fields of 4.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_fstatfs64")]
    internal static int FileSystem(int fd, uint size, uint* result)
    {
        if (Descriptors.Get(fd) == null)
        {
            return -Errno.BadDescriptor;
        }

        Text.Clear(result, 64);
        result[0] = 0xEF53; // f_type: EXT4_SUPER_MAGIC
        result[1] = 4096; // f_bsize
        result[2] = 1_000_000; // f_blocks
        result[3] = 500_000; // f_bfree
        result[4] = 500_000; // f_bavail
        result[5] = 1_000_000; // f_files
        result[6] = 1_000_000; // f_ffree
        result[9] = 255; // f_namelen
        result[10] = 4096; // f_frsize
        return 0;
    }

    private static uint Length(Iovec* iovecs, uint count)
    {
        uint length = 0;
        for (uint i = 0; i < count; i++)
        {
            length += iovecs[i].Length;
        }

        return length;
    }
}
