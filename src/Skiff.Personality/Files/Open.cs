using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary><c>open</c>.</summary>
internal static unsafe class Open
{
    /// <summary>Create the file when there is none (`oflags`).</summary>
    private const ushort Creat = 1;

    /// <summary>Fail unless it is a directory.</summary>
    private const ushort Directory = 2;

    /// <summary>Fail when it exists.</summary>
    private const ushort Excl = 4;

    /// <summary>Cut it to size 0.</summary>
    private const ushort Trunc = 8;

    /// <summary>Follow a symbolic link (`lookupflags`).</summary>
    private const uint SymlinkFollow = 1;

    /// <summary>
    /// <c>openat</c>: the lowest free descriptor, or a negated errno. The mode, which arrives in memory, means nothing:
    /// WASI has no permissions. Errors: those of <see cref="Paths.Resolve"/> and of <c>path_open</c>;
    /// <see cref="Errno.Access"/> when the preopen does not grant reading or writing.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_openat")]
    internal static int OpenAt(int directory, byte* path, uint flags, void* mode)
    {
        byte* buffer = stackalloc byte[(int)Paths.Maximum];
        Location location;
        int errno = Paths.Resolve(directory, path, buffer, &location);
        return errno == Errno.Success ? At(&location, flags) : -errno;
    }

    /// <summary>Opens what is at a location: a descriptor, or a negated errno.</summary>
    internal static int At(Location* location, uint flags)
    {
        int host = OpenFile.Virtual;
        byte type = FileType.Directory;
        int errno = location->Mount == null ? Errno.NoEntry : OpenHost(location, flags, &host, &type);
        if (errno != Errno.Success)
        {
            errno = Above(location, flags, errno);
            host = OpenFile.Virtual;
            type = FileType.Directory;
        }

        return errno == Errno.Success
            ? Descriptors.Open(host, flags, type, type == FileType.Directory ? location->Path : null)
            : -errno;
    }

    /// <summary>What is there when the host has nothing: a directory above mounts, or an error.</summary>
    private static int Above(Location* location, uint flags, int errno)
    {
        if (Paths.IsAboveMounts(location))
        {
            bool mustBeNew = (flags & OpenFlags.Create) != 0 && (flags & OpenFlags.Exclusive) != 0;
            bool reads = (flags & OpenFlags.AccessMode) == OpenFlags.ReadOnly && (flags & OpenFlags.Create) == 0;
            return mustBeNew ? Errno.Exists : reads ? Errno.Success : Errno.IsDirectory;
        }

        return location->Mount == null && (flags & OpenFlags.Create) != 0 ? Paths.CannotCreate(location) : errno;
    }

    private static int OpenHost(Location* location, uint flags, int* host, byte* type)
    {
        if ((flags & OpenFlags.TemporaryFile) == OpenFlags.TemporaryFile)
        {
            return Errno.Translate(Errno.NotSupported);
        }

        Mount* mount = location->Mount;
        bool reads = (flags & OpenFlags.AccessMode) != OpenFlags.WriteOnly;
        bool writes = (flags & OpenFlags.AccessMode) != OpenFlags.ReadOnly;
        ulong rights = Rights.Any;
        rights |= reads ? Rights.Read : 0;
        rights |= writes ? Rights.Write : 0;
        if (mount->Inheriting != 0)
        {
            rights &= mount->Inheriting;
            if ((reads && (rights & Rights.FdRead) == 0) || (writes && (rights & Rights.FdWrite) == 0))
            {
                return Errno.Access;
            }
        }

        int errno = Wasi.PathOpen(
            mount->Host,
            (flags & OpenFlags.NoFollow) == 0 ? SymlinkFollow : 0,
            location->Relative,
            location->RelativeLength,
            HostOpenFlags(flags, location->IsDirectory),
            rights,
            rights,
            Control.HostFlags(flags),
            host);
        if (errno != Errno.Success)
        {
            return Errno.Translate(errno);
        }

        FdStat stat;
        *type = Wasi.FdFdstatGet(*host, &stat) == Errno.Success ? stat.FileType : FileType.RegularFile;
        return Errno.Success;
    }

    private static ushort HostOpenFlags(uint flags, bool isDirectory)
    {
        uint result = 0;
        if ((flags & OpenFlags.Create) != 0)
        {
            result |= Creat;
        }

        if ((flags & OpenFlags.Directory) != 0 || isDirectory)
        {
            result |= Directory;
        }

        if ((flags & OpenFlags.Exclusive) != 0)
        {
            result |= Excl;
        }

        if ((flags & OpenFlags.Truncate) != 0)
        {
            result |= Trunc;
        }

        return (ushort)result;
    }
}
