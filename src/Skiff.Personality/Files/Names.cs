using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// Making, moving and removing names. Mount points, and the directories above them, stay where they are
/// (<see cref="Errno.Busy"/>).
/// </summary>
internal static unsafe class Names
{
    private const int AtRemoveDirectory = 0x200;

    /// <summary><c>mkdir</c>. Errors: those of <c>path_create_directory</c>, <see cref="Errno.Exists"/>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_mkdirat")]
    internal static int MakeDirectory(int directory, byte* path, uint mode)
    {
        byte* buffer = stackalloc byte[(int)Paths.Maximum];
        Location location;
        int errno = Paths.Resolve(directory, path, buffer, &location);
        if (errno != Errno.Success)
        {
            return -errno;
        }

        if (Paths.IsFixed(&location))
        {
            return -Errno.Exists;
        }

        return location.Mount == null
            ? -Paths.CannotCreate(&location)
            : -Errno.Translate(Wasi.PathCreateDirectory(location.Mount->Host, location.Relative, location.RelativeLength));
    }

    /// <summary><c>rmdir</c>. Errors: those of <c>path_remove_directory</c>, <see cref="Errno.Busy"/>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_rmdir")]
    internal static int RemoveDirectory(byte* path) => Remove(Paths.AtWorkingDirectory, path, true);

    /// <summary><c>unlink</c>, or <c>rmdir</c> by a flag. Errors: those of <c>path_unlink_file</c>, <see cref="Errno.Busy"/>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_unlinkat")]
    internal static int Unlink(int directory, byte* path, int flags) => (flags & ~AtRemoveDirectory) != 0
        ? -Errno.Invalid
        : Remove(directory, path, flags != 0);

    /// <summary>
    /// <c>rename</c>. Errors: those of <c>path_rename</c>; <see cref="Errno.CrossDevice"/> between two mounts, upon which
    /// .NET copies a file and removes the old one; <see cref="Errno.Busy"/>.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_renameat")]
    internal static int Rename(int directory, byte* path, int newDirectory, byte* newPath)
    {
        byte* buffer = stackalloc byte[(int)Paths.Maximum];
        byte* newBuffer = stackalloc byte[(int)Paths.Maximum];
        Location location;
        Location newLocation;
        int errno = Paths.Resolve(directory, path, buffer, &location);
        if (errno == Errno.Success)
        {
            errno = Paths.Resolve(newDirectory, newPath, newBuffer, &newLocation);
        }

        if (errno != Errno.Success)
        {
            return -errno;
        }

        if (Paths.IsFixed(&location) || Paths.IsFixed(&newLocation))
        {
            return -Errno.Busy;
        }

        errno = BothMounted(&location, &newLocation);
        return errno != Errno.Success
            ? -errno
            : -Errno.Translate(Wasi.PathRename(
                location.Mount->Host,
                location.Relative,
                location.RelativeLength,
                newLocation.Mount->Host,
                newLocation.Relative,
                newLocation.RelativeLength));
    }

    /// <summary>
    /// <c>SystemNative_Link</c>, by which .NET moves a file without replacing another: 0, or -1 with <c>errno</c> set. It
    /// replaces the runtime's own, whose C library has no <c>link</c>.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "runtime.SystemNative_Link")]
    internal static int Link(byte* path, byte* newPath) => Runtime.SystemCallResult(-MakeLink(path, newPath));

    /// <summary>
    /// <c>symlink</c>. A host that refuses an absolute target, which would leave the preopen on its side, is given the
    /// same target relative to the link, if both are in one mount. Errors: those of <c>path_symlink</c>.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_symlink")]
    internal static int MakeSymbolicLink(byte* target, byte* path)
    {
        byte* buffer = stackalloc byte[(int)Paths.Maximum];
        Location location;
        int errno = Paths.Resolve(Paths.AtWorkingDirectory, path, buffer, &location);
        if (errno != Errno.Success)
        {
            return -errno;
        }

        if (target == null || *target == 0)
        {
            return -Errno.NoEntry;
        }

        if (Paths.IsFixed(&location))
        {
            return -Errno.Exists;
        }

        if (location.Mount == null)
        {
            return -Paths.CannotCreate(&location);
        }

        errno = SymbolicLink(target, &location);
        if (*target == '/' && errno is Errno.NotPermitted or Errno.NotCapable or Errno.Invalid or Errno.Access)
        {
            byte* relative = stackalloc byte[(int)Paths.Maximum];
            if (MakeRelative(target, &location, relative))
            {
                errno = SymbolicLink(relative, &location);
            }
        }

        return -Errno.Translate(errno);
    }

    /// <summary><c>readlink</c>: the length of the target, without a NUL. Errors: those of <c>path_readlink</c>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_readlinkat")]
    internal static int ReadLink(int directory, byte* path, byte* target, int size)
    {
        if (size <= 0)
        {
            return -Errno.Invalid;
        }

        byte* buffer = stackalloc byte[(int)Paths.Maximum];
        Location location;
        int errno = Paths.Resolve(directory, path, buffer, &location);
        if (errno != Errno.Success)
        {
            return -errno;
        }

        if (location.Mount == null)
        {
            return Paths.IsAboveMounts(&location) ? -Errno.Invalid : -Errno.NoEntry;
        }

        uint used = 0;
        errno = Wasi.PathReadlink(location.Mount->Host, location.Relative, location.RelativeLength, target, (uint)size, &used);
        return errno == Errno.Success ? (int)used : -Errno.Translate(errno);
    }

    private static int Remove(int directory, byte* path, bool isDirectory)
    {
        byte* buffer = stackalloc byte[(int)Paths.Maximum];
        Location location;
        int errno = Paths.Resolve(directory, path, buffer, &location);
        if (errno != Errno.Success)
        {
            return -errno;
        }

        if (Paths.IsFixed(&location))
        {
            return isDirectory ? -Errno.Busy : -Errno.IsDirectory;
        }

        if (location.Mount == null)
        {
            return -Errno.NoEntry;
        }

        int host = location.Mount->Host;
        if (!isDirectory && location.IsDirectory)
        {
            return -Errno.NotDirectory;
        }

        return -Errno.Translate(isDirectory
            ? Wasi.PathRemoveDirectory(host, location.Relative, location.RelativeLength)
            : Wasi.PathUnlinkFile(host, location.Relative, location.RelativeLength));
    }

    private static int MakeLink(byte* path, byte* newPath)
    {
        byte* buffer = stackalloc byte[(int)Paths.Maximum];
        byte* newBuffer = stackalloc byte[(int)Paths.Maximum];
        Location location;
        Location newLocation;
        int errno = Paths.Resolve(Paths.AtWorkingDirectory, path, buffer, &location);
        if (errno == Errno.Success)
        {
            errno = Paths.Resolve(Paths.AtWorkingDirectory, newPath, newBuffer, &newLocation);
        }

        if (errno != Errno.Success)
        {
            return errno;
        }

        if (Paths.IsFixed(&newLocation))
        {
            return Errno.Exists;
        }

        if (Paths.IsFixed(&location))
        {
            return Errno.NotPermitted;
        }

        errno = BothMounted(&location, &newLocation);
        return errno != Errno.Success
            ? errno
            : Errno.Translate(Wasi.PathLink(
                location.Mount->Host,
                0,
                location.Relative,
                location.RelativeLength,
                newLocation.Mount->Host,
                newLocation.Relative,
                newLocation.RelativeLength));
    }

    private static int BothMounted(Location* location, Location* newLocation)
    {
        if (location->Mount == null)
        {
            return Errno.NoEntry;
        }

        if (newLocation->Mount == null)
        {
            return Paths.CannotCreate(newLocation);
        }

        return location->Mount == newLocation->Mount ? Errno.Success : Errno.CrossDevice;
    }

    private static int SymbolicLink(byte* target, Location* location) => Wasi.PathSymlink(
        target,
        Text.Length(target),
        location->Mount->Host,
        location->Relative,
        location->RelativeLength);

    /// <summary>
    /// Writes an absolute target as seen from a link's directory, as in `../b/file`. False when it is in another mount or
    /// too long.
    /// </summary>
    private static bool MakeRelative(byte* target, Location* link, byte* result)
    {
        byte* path = stackalloc byte[(int)Paths.Maximum];
        if (Paths.Canonicalize(Paths.Root, target, path) != Errno.Success)
        {
            return false;
        }

        Location location;
        Paths.Locate(path, &location);
        if (location.Mount != link->Mount)
        {
            return false;
        }

        // The directories that both paths begin with.
        uint directoryLength = Paths.Parent(link->Path, link->Length);
        uint common = directoryLength;
        while (!Paths.IsWithin(path, location.Length, link->Path, common))
        {
            common = Paths.Parent(link->Path, common);
        }

        uint length = 0;
        for (uint i = common; i < directoryLength; i++)
        {
            if (link->Path[i] == '/')
            {
                if (length + 3 >= Paths.Maximum)
                {
                    return false;
                }

                Text.Copy(result + length, Text.Of("../"u8), 3);
                length += 3;
            }
        }

        uint rest = location.Length > common ? location.Length - common - 1 : 0;
        if (length + rest + 2 >= Paths.Maximum)
        {
            return false;
        }

        Text.Copy(result + length, path + common + 1, rest);
        length += rest;
        if (length == 0)
        {
            result[length++] = (byte)'.';
        }

        result[length] = 0;
        return true;
    }
}
