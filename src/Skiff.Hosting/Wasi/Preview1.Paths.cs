using System.Buffers.Binary;
using Skiff.Hosting.Interop;
using Skiff.Hosting.Wasi.Linux;

namespace Skiff.Hosting.Wasi;

/// <summary>Functions on paths, which are relative to an open directory and never lead out of it.</summary>
internal static unsafe partial class Preview1
{
    private const uint FollowSymbolicLinks = 1;

    /// <summary><c>path_create_directory(fd, path, path_len)</c>.</summary>
    private static Errno PathCreateDirectory(WasiContext context, RawValue* values)
    {
        Errno errno = Locate(context, values[0], values[1], values[2], stackalloc byte[GuestPath.MaxLength], out LinuxDirectory directory, out GuestPath path);
        return errno == Errno.Success ? directory.CreateDirectory(path) : errno;
    }

    /// <summary><c>path_remove_directory(fd, path, path_len)</c>: it must be empty.</summary>
    private static Errno PathRemoveDirectory(WasiContext context, RawValue* values)
    {
        Errno errno = Locate(context, values[0], values[1], values[2], stackalloc byte[GuestPath.MaxLength], out LinuxDirectory directory, out GuestPath path);
        return errno == Errno.Success ? directory.Remove(path, directory: true) : errno;
    }

    /// <summary><c>path_unlink_file(fd, path, path_len)</c>.</summary>
    private static Errno PathUnlinkFile(WasiContext context, RawValue* values)
    {
        Errno errno = Locate(context, values[0], values[1], values[2], stackalloc byte[GuestPath.MaxLength], out LinuxDirectory directory, out GuestPath path);
        return errno == Errno.Success ? directory.Remove(path, directory: false) : errno;
    }

    /// <summary><c>path_filestat_get(fd, flags, path, path_len, stat)</c>.</summary>
    private static Errno PathFilestatGet(WasiContext context, RawValue* values)
    {
        Errno errno = Locate(context, values[0], values[2], values[3], stackalloc byte[GuestPath.MaxLength], out LinuxDirectory directory, out GuestPath path);
        if (errno != Errno.Success)
        {
            return errno;
        }

        Span<byte> target = context.Memory.Slice(values[4].UInt32, FileStatus.Size);
        errno = directory.StatPath(path, Follows(values[1]), out FileStatus status);
        if (errno == Errno.Success)
        {
            status.Write(target);
        }

        return errno;
    }

    /// <summary><c>path_filestat_set_times(fd, flags, path, path_len, atim, mtim, fst_flags)</c>.</summary>
    private static Errno PathFilestatSetTimes(WasiContext context, RawValue* values)
    {
        Errno errno = Locate(context, values[0], values[2], values[3], stackalloc byte[GuestPath.MaxLength], out LinuxDirectory directory, out GuestPath path);
        return errno == Errno.Success
            ? directory.SetPathTimes(path, Follows(values[1]), new FileTimes(values[4].UInt64, values[5].UInt64, (TimeFlags)values[6].UInt32))
            : errno;
    }

    /// <summary><c>path_link(old_fd, old_flags, old_path, old_path_len, new_fd, new_path, new_path_len)</c>: a second name.</summary>
    private static Errno PathLink(WasiContext context, RawValue* values)
    {
        if (Follows(values[1]))
        {
            return Errno.Invalid; // a link to what a link points to is not offered
        }

        Errno errno = Locate(context, values[0], values[2], values[3], stackalloc byte[GuestPath.MaxLength], out LinuxDirectory directory, out GuestPath path);
        if (errno != Errno.Success)
        {
            return errno;
        }

        errno = Locate(context, values[4], values[5], values[6], stackalloc byte[GuestPath.MaxLength], out LinuxDirectory target, out GuestPath targetPath);
        return errno == Errno.Success ? directory.Link(path, target, targetPath) : errno;
    }

    /// <summary><c>path_rename(fd, old_path, old_path_len, new_fd, new_path, new_path_len)</c>.</summary>
    private static Errno PathRename(WasiContext context, RawValue* values)
    {
        Errno errno = Locate(context, values[0], values[1], values[2], stackalloc byte[GuestPath.MaxLength], out LinuxDirectory directory, out GuestPath path);
        if (errno != Errno.Success)
        {
            return errno;
        }

        errno = Locate(context, values[3], values[4], values[5], stackalloc byte[GuestPath.MaxLength], out LinuxDirectory target, out GuestPath targetPath);
        return errno == Errno.Success ? directory.Rename(path, target, targetPath) : errno;
    }

    /// <summary><c>path_symlink(old_path, old_path_len, fd, new_path, new_path_len)</c>: a symbolic link at the new path.</summary>
    private static Errno PathSymlink(WasiContext context, RawValue* values)
    {
        Errno errno = GuestPath.Read(context.Memory, values[0].UInt32, values[1].UInt32, stackalloc byte[GuestPath.MaxLength], out GuestPath target);
        if (errno != Errno.Success)
        {
            return errno;
        }

        errno = Locate(context, values[2], values[3], values[4], stackalloc byte[GuestPath.MaxLength], out LinuxDirectory directory, out GuestPath path);
        return errno == Errno.Success ? directory.CreateSymbolicLink(target, path) : errno;
    }

    /// <summary><c>path_readlink(fd, path, path_len, buf, buf_len, bufused)</c>: cut to the buffer.</summary>
    private static Errno PathReadlink(WasiContext context, RawValue* values)
    {
        Errno errno = Locate(context, values[0], values[1], values[2], stackalloc byte[GuestPath.MaxLength], out LinuxDirectory directory, out GuestPath path);
        if (errno != Errno.Success)
        {
            return errno;
        }

        LinearMemory memory = context.Memory;
        Span<byte> buffer = memory.Slice(values[3].UInt32, values[4].UInt32);
        Span<byte> result = memory.Slice(values[5].UInt32, sizeof(uint));
        errno = directory.ReadLink(path, buffer, out int count);
        if (errno == Errno.Success)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(result, (uint)count);
        }

        return errno;
    }

    /// <summary><c>path_open(fd, dirflags, path, path_len, oflags, rights, inheriting, fdflags, opened)</c>.</summary>
    private static Errno PathOpen(WasiContext context, RawValue* values)
    {
        Errno errno = Locate(context, values[0], values[2], values[3], stackalloc byte[GuestPath.MaxLength], out LinuxDirectory directory, out GuestPath path);
        if (errno != Errno.Success)
        {
            return errno;
        }

        Span<byte> result = context.Memory.Slice(values[8].UInt32, sizeof(uint));
        errno = directory.Open(
            path, Follows(values[1]), (OpenFlags)values[4].UInt32, (Rights)values[5].UInt64, (FdFlags)values[7].UInt32, out Descriptor? opened);
        if (errno == Errno.Success)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(result, context.Descriptors.Add(opened!));
        }

        return errno;
    }

    private static bool Follows(RawValue flags) => (flags.UInt32 & FollowSymbolicLinks) != 0;

    private static Errno Locate(
        WasiContext context, RawValue number, RawValue address, RawValue length, Span<byte> buffer, out LinuxDirectory directory, out GuestPath path)
    {
        path = default;
        Errno errno = Directory(context, number.UInt32, out directory);
        return errno == Errno.Success ? GuestPath.Read(context.Memory, address.UInt32, length.UInt32, buffer, out path) : errno;
    }
}
