using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// <c>stat</c> and its family. WASI knows types, sizes, times and identities, no owners and no permissions: everything
/// belongs to user 0 and can be read and written as far as the host allows.
/// </summary>
internal static unsafe class FileStatus
{
    private const int AtNoFollow = 0x100;
    private const int AtEmptyPath = 0x1000;
    private const int ExecuteAccess = 1;
    private const int AllAccess = 7;
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    /// <summary><c>stat</c>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_stat64")]
    internal static int Stat(byte* path, Stat64* result) => At(Paths.AtWorkingDirectory, path, true, result);

    /// <summary><c>lstat</c>: of a symbolic link itself.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_lstat64")]
    internal static int LinkStat(byte* path, Stat64* result) => At(Paths.AtWorkingDirectory, path, false, result);

    /// <summary><c>fstatat</c>: relative to a directory, or of the descriptor itself.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_newfstatat")]
    internal static int StatAt(int directory, byte* path, Stat64* result, int flags) =>
        (flags & AtEmptyPath) != 0 && *path == 0
            ? Descriptor(directory, result)
            : At(directory, path, (flags & AtNoFollow) == 0, result);

    /// <summary><c>fstat</c>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_fstat64")]
    internal static int DescriptorStat(int fd, Stat64* result) => Descriptor(fd, result);

    /// <summary><c>access</c>: whether a file exists. A file is never executable, a directory can always be searched.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_faccessat")]
    internal static int Access(int directory, byte* path, int mode, int flags)
    {
        if ((mode & ~AllAccess) != 0)
        {
            return -Errno.Invalid;
        }

        byte* buffer = stackalloc byte[(int)Paths.Maximum];
        Location location;
        FileStat stat;
        int errno = Paths.Resolve(directory, path, buffer, &location);
        if (errno == Errno.Success)
        {
            errno = Get(&location, (flags & AtNoFollow) == 0, &stat);
            if (errno == Errno.Success && (mode & ExecuteAccess) != 0 && stat.FileType != FileType.Directory)
            {
                errno = Errno.Access;
            }
        }

        return -errno;
    }

    /// <summary><c>chmod</c>: there are no permissions to change, but the file has to exist.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_chmod")]
    internal static int ChangeMode(byte* path, uint mode)
    {
        Stat64 ignored;
        return At(Paths.AtWorkingDirectory, path, true, &ignored);
    }

    /// <summary><c>fchmod</c>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_fchmod")]
    internal static int ChangeDescriptorMode(int fd, uint mode) => Descriptors.Get(fd) == null ? -Errno.BadDescriptor : 0;

    /// <summary>The host's attributes of what is at a location; those of a directory where only mounts need one.</summary>
    internal static int Get(Location* location, bool follow, FileStat* stat)
    {
        int errno = location->Mount == null
            ? Errno.NoEntry
            : Wasi.PathFilestatGet(location->Mount->Host, follow ? 1u : 0u, location->Relative, location->RelativeLength, stat);
        if (errno == Errno.Success)
        {
            return location->IsDirectory && !IsDirectory(location, follow, stat) ? Errno.NotDirectory : Errno.Success;
        }

        if (Paths.IsAboveMounts(location))
        {
            VirtualDirectory(location->Path, location->Length, stat);
            return Errno.Success;
        }

        return Errno.Translate(errno);
    }

    /// <summary>A path that ends in a slash follows a last symbolic link even for <c>lstat</c>.</summary>
    private static bool IsDirectory(Location* location, bool follow, FileStat* stat) =>
        stat->FileType == FileType.Directory
        || (!follow
            && stat->FileType == FileType.SymbolicLink
            && Wasi.PathFilestatGet(location->Mount->Host, 1, location->Relative, location->RelativeLength, stat) == Errno.Success
            && stat->FileType == FileType.Directory);

    /// <summary>Attributes of a directory that is only there because something is mounted below it.</summary>
    private static void VirtualDirectory(byte* path, uint length, FileStat* stat)
    {
        Text.Clear(stat, (uint)sizeof(FileStat));
        stat->FileType = FileType.Directory;
        stat->Links = 1;
        stat->Device = uint.MaxValue;

        // The path's FNV-1a hash is as stable an identity as an inode.
        ulong hash = 14695981039346656037;
        for (uint i = 0; i < length; i++)
        {
            hash = (hash ^ path[i]) * 1099511628211;
        }

        stat->Inode = hash;
    }

    private static int At(int directory, byte* path, bool follow, Stat64* result)
    {
        byte* buffer = stackalloc byte[(int)Paths.Maximum];
        Location location;
        FileStat stat;
        int errno = Paths.Resolve(directory, path, buffer, &location);
        if (errno == Errno.Success)
        {
            errno = Get(&location, follow, &stat);
            if (errno == Errno.Success)
            {
                Convert(&stat, result);
            }
        }

        return -errno;
    }

    private static int Descriptor(int fd, Stat64* result)
    {
        OpenFile* file = Descriptors.Get(fd);
        if (file == null)
        {
            return -Errno.BadDescriptor;
        }

        FileStat stat;
        if (file->Host == OpenFile.Virtual)
        {
            VirtualDirectory(file->Path, Text.Length(file->Path), &stat);
        }
        else
        {
            int errno = Wasi.FdFilestatGet(file->Host, &stat);
            if (errno != Errno.Success)
            {
                return -Errno.Translate(errno);
            }
        }

        Convert(&stat, result);
        if (stat.FileType == FileType.CharacterDevice)
        {
            result->DeviceType = IsTerminal(file->Host) ? Stat64.Terminal : Stat64.NullDevice;
        }

        return 0;
    }

    /// <summary>As the C library of WASI tells: a character device in which there are no positions.</summary>
    private static bool IsTerminal(int host)
    {
        FdStat status;
        return Wasi.FdFdstatGet(host, &status) == Errno.Success && (status.Rights & (Rights.FdSeek | Rights.FdTell)) == 0;
    }

    private static void Convert(FileStat* stat, Stat64* result)
    {
        Text.Clear(result, (uint)sizeof(Stat64));
        result->Device = (uint)stat->Device ^ (uint)(stat->Device >> 32);
        result->Mode = Mode(stat->FileType);
        result->Links = (uint)stat->Links;
        result->Size = stat->Size;
        result->BlockSize = 4096;
        result->Blocks = (uint)((stat->Size + 511) / 512);
        result->AccessedSeconds = (long)(stat->Accessed / NanosecondsPerSecond);
        result->AccessedNanoseconds = (uint)(stat->Accessed % NanosecondsPerSecond);
        result->ModifiedSeconds = (long)(stat->Modified / NanosecondsPerSecond);
        result->ModifiedNanoseconds = (uint)(stat->Modified % NanosecondsPerSecond);
        result->ChangedSeconds = (long)(stat->Changed / NanosecondsPerSecond);
        result->ChangedNanoseconds = (uint)(stat->Changed % NanosecondsPerSecond);
        result->Inode = stat->Inode;
    }

    private static uint Mode(byte type) => type switch
    {
        FileType.Directory => Stat64.Directory | 0x1ED, // rwxr-xr-x
        FileType.RegularFile => Stat64.RegularFile | 0x1A4, // rw-r--r--
        FileType.SymbolicLink => Stat64.SymbolicLink | 0x1FF, // rwxrwxrwx
        FileType.CharacterDevice => Stat64.CharacterDevice | 0x1B6, // rw-rw-rw-
        FileType.BlockDevice => Stat64.BlockDevice | 0x1B6,
        FileType.SocketDatagram or FileType.SocketStream => Stat64.Socket | 0x1B6,
        _ => Stat64.Fifo | 0x1B6, // what hosts cannot name is a pipe
    };
}
