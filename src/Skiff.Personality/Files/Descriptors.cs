using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// The table of descriptors. The program's numbers are its own, the lowest that is free as POSIX wants it: the host's
/// numbers, preopened directories among them, stay behind them.
/// </summary>
internal static unsafe class Descriptors
{
    /// <summary>The most descriptors a program can have.</summary>
    internal const int Limit = 65536;

    private const int InitialCapacity = 64;

    private static OpenFile** _files;
    private static int _capacity;

    /// <summary>The number of slots in the table, for those who walk over it.</summary>
    internal static int Capacity => _capacity;

    /// <summary>Sets the table up with the three standard streams.</summary>
    internal static void Initialize()
    {
        _files = null;
        _capacity = 0;
        Standard(0, OpenFlags.ReadOnly);
        Standard(1, OpenFlags.WriteOnly);
        Standard(2, OpenFlags.WriteOnly);
    }

    /// <summary>Makes standard output swallow what is written to it, or end that.</summary>
    [UnmanagedCallersOnly]
    internal static void MuteOutput(int mute) => Get(1)->Host = mute != 0 ? OpenFile.Mute : 1;

    /// <summary>The open file of a descriptor, or null.</summary>
    internal static OpenFile* Get(int fd) => (uint)fd < (uint)_capacity ? _files[fd] : null;

    /// <summary>
    /// A new description with one reference, in the lowest free slot; the descriptor, or a negated errno, in which case
    /// the host's descriptor is closed.
    /// </summary>
    internal static int Open(int host, uint flags, byte type, byte* path)
    {
        OpenFile* file = (OpenFile*)Runtime.Allocate((uint)sizeof(OpenFile));
        byte* copy = path == null ? null : Text.Duplicate(path, Text.Length(path));
        int fd = -Errno.NoMemory;
        if (file != null && (path == null || copy != null))
        {
            Text.Clear(file, (uint)sizeof(OpenFile));
            file->Host = host;
            file->Flags = flags & (OpenFlags.AccessMode | OpenFlags.Changeable);
            file->FileType = type;
            file->Path = copy;
            fd = Install(file, 0);
        }

        if (fd < 0)
        {
            Runtime.Free(file);
            Runtime.Free(copy);
            if (host != OpenFile.Virtual)
            {
                _ = Wasi.FdClose(host);
            }
        }

        return fd;
    }

    /// <summary>Another descriptor, of at least <paramref name="minimum"/>, for the same description; or a negated errno.</summary>
    internal static int Duplicate(OpenFile* file, int minimum) => Install(file, minimum);

    /// <summary>Drops a reference; the last one closes the host's descriptor. An errno of the host.</summary>
    internal static int Release(OpenFile* file)
    {
        file->References--;
        if (file->References > 0)
        {
            return Errno.Success;
        }

        int errno = file->Host == OpenFile.Virtual ? Errno.Success : Wasi.FdClose(file->Host);
        Runtime.Free(file->Path);
        Runtime.Free(file->Entries);
        Runtime.Free(file);
        return Errno.Translate(errno);
    }

    /// <summary>
    /// <c>fd_close</c>. Standard streams are only forgotten: a host that hands descriptor 1 to the next file opened would
    /// find the runtime's own messages in it.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "wasi_snapshot_preview1.fd_close")]
    internal static int Close(int fd) => Remove(fd);

    /// <summary>Takes a descriptor out of the table and drops its reference. An errno.</summary>
    internal static int Remove(int fd)
    {
        OpenFile* file = Get(fd);
        if (file == null)
        {
            return Errno.BadDescriptor;
        }

        _files[fd] = null;
        return Release(file);
    }

    /// <summary>
    /// <c>fd_fdstat_get</c>: asked for a descriptor's type, by which the C library knows a terminal. Errors:
    /// <see cref="Errno.BadDescriptor"/>.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "wasi_snapshot_preview1.fd_fdstat_get")]
    internal static int Stat(int fd, FdStat* stat)
    {
        OpenFile* file = Get(fd);
        if (file == null)
        {
            return Errno.BadDescriptor;
        }

        if (file->Host != OpenFile.Virtual)
        {
            return Errno.Translate(Wasi.FdFdstatGet(file->Host, stat));
        }

        Text.Clear(stat, (uint)sizeof(FdStat));
        stat->FileType = FileType.Directory;
        return Errno.Success;
    }

    private static void Standard(int host, uint flags)
    {
        FdStat stat;
        byte type = Wasi.FdFdstatGet(host, &stat) == Errno.Success ? stat.FileType : FileType.Unknown;
        int fd = Open(host, flags, type, null);
        if (fd < 0)
        {
            Process.OutOfMemory();
        }

        // The personality's own reference: the host's descriptor stays open whatever the program closes.
        _files[fd]->References++;
    }

    private static int Install(OpenFile* file, int minimum)
    {
        int fd = minimum;
        while (fd < _capacity && _files[fd] != null)
        {
            fd++;
        }

        if (fd >= Limit)
        {
            return -Errno.TooManyDescriptors;
        }

        if (fd >= _capacity && !Grow(fd + 1))
        {
            return -Errno.NoMemory;
        }

        _files[fd] = file;
        file->References++;
        return fd;
    }

    private static bool Grow(int minimum)
    {
        int capacity = _capacity == 0 ? InitialCapacity : _capacity * 2;
        if (capacity < minimum)
        {
            capacity = minimum;
        }

        OpenFile** files = (OpenFile**)Runtime.Allocate((uint)capacity * (uint)sizeof(OpenFile*));
        if (files == null)
        {
            return false;
        }

        Text.Clear(files, (uint)capacity * (uint)sizeof(OpenFile*));
        for (int i = 0; i < _capacity; i++)
        {
            files[i] = _files[i];
        }

        Runtime.Free(_files);
        _files = files;
        _capacity = capacity;
        return true;
    }
}
