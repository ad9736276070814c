namespace Skiff.Personality;

/// <content>Files by their path below a directory.</content>
internal static unsafe partial class Wasi
{
    /// <summary>`descriptor-flags`.</summary>
    private const uint Readable = 1;
    private const uint Writable = 2;

    /// <summary>The flags of <c>path_open</c> have the same numbers in both versions; rights become reading and writing.</summary>
    internal static int PathOpen(int host, uint lookup, byte* path, uint length, ushort open, ulong rights, ulong inheriting, ushort flags, int* opened)
    {
        HostFile* directory = HostFiles.GetFile(host);
        if (directory == null)
        {
            return Errno.BadDescriptor;
        }

        uint access = ((rights & Rights.FdRead) != 0 ? Readable : 0) | ((rights & Rights.FdWrite) != 0 ? Writable : 0);
        HandleResult result;
        Filesystem.OpenAt(directory->Handle, lookup, path, length, open, access, &result);
        if (result.IsError != 0)
        {
            // What was not granted is told as what is not permitted.
            int errno = ErrorCode.ToErrno(result.Error);
            return errno == Errno.NotPermitted ? Errno.NotCapable : errno;
        }

        ByteResult kind;
        Filesystem.GetKind(result.Handle, &kind);
        *opened = HostFiles.Add(result.Handle, kind.IsError == 0 ? TypeOf(kind.Value) : FileType.Unknown, flags);
        return Errno.Success;
    }

    internal static int PathFilestatGet(int host, uint lookup, byte* path, uint length, FileStat* stat)
    {
        HostFile* directory = HostFiles.GetFile(host);
        if (directory == null)
        {
            return Errno.BadDescriptor;
        }

        StatResult result;
        Filesystem.StatAt(directory->Handle, lookup, path, length, &result);
        if (result.IsError != 0)
        {
            return ErrorCode.ToErrno(result.Error);
        }

        LongResult hash;
        Filesystem.MetadataHashAt(directory->Handle, lookup, path, length, &hash);
        return Convert(&result, &hash, stat);
    }

    internal static int PathFilestatSetTimes(int host, uint lookup, byte* path, uint length, ulong accessed, ulong modified, ushort flags)
    {
        HostFile* directory = HostFiles.GetFile(host);
        if (directory == null)
        {
            return Errno.BadDescriptor;
        }

        ByteResult result;
        Filesystem.SetTimesAt(
            directory->Handle,
            lookup,
            path,
            length,
            NewTimestamp(flags, FileStat.SetAccessed, FileStat.SetAccessedNow),
            accessed / NanosecondsPerSecond,
            (uint)(accessed % NanosecondsPerSecond),
            NewTimestamp(flags, FileStat.SetModified, FileStat.SetModifiedNow),
            modified / NanosecondsPerSecond,
            (uint)(modified % NanosecondsPerSecond),
            &result);
        return ErrorCode.Of(&result);
    }

    internal static int PathCreateDirectory(int host, byte* path, uint length)
    {
        HostFile* directory = HostFiles.GetFile(host);
        if (directory == null)
        {
            return Errno.BadDescriptor;
        }

        ByteResult result;
        Filesystem.CreateDirectoryAt(directory->Handle, path, length, &result);
        return ErrorCode.Of(&result);
    }

    internal static int PathRemoveDirectory(int host, byte* path, uint length)
    {
        HostFile* directory = HostFiles.GetFile(host);
        if (directory == null)
        {
            return Errno.BadDescriptor;
        }

        ByteResult result;
        Filesystem.RemoveDirectoryAt(directory->Handle, path, length, &result);
        return ErrorCode.Of(&result);
    }

    internal static int PathUnlinkFile(int host, byte* path, uint length)
    {
        HostFile* directory = HostFiles.GetFile(host);
        if (directory == null)
        {
            return Errno.BadDescriptor;
        }

        ByteResult result;
        Filesystem.UnlinkFileAt(directory->Handle, path, length, &result);
        return ErrorCode.Of(&result);
    }

    internal static int PathRename(int host, byte* path, uint length, int newHost, byte* newPath, uint newLength)
    {
        HostFile* directory = HostFiles.GetFile(host);
        HostFile* newDirectory = HostFiles.GetFile(newHost);
        if (directory == null || newDirectory == null)
        {
            return Errno.BadDescriptor;
        }

        ByteResult result;
        Filesystem.RenameAt(directory->Handle, path, length, newDirectory->Handle, newPath, newLength, &result);
        return ErrorCode.Of(&result);
    }

    internal static int PathLink(int host, uint lookup, byte* path, uint length, int newHost, byte* newPath, uint newLength)
    {
        HostFile* directory = HostFiles.GetFile(host);
        HostFile* newDirectory = HostFiles.GetFile(newHost);
        if (directory == null || newDirectory == null)
        {
            return Errno.BadDescriptor;
        }

        ByteResult result;
        Filesystem.LinkAt(directory->Handle, lookup, path, length, newDirectory->Handle, newPath, newLength, &result);
        return ErrorCode.Of(&result);
    }

    internal static int PathSymlink(byte* target, uint targetLength, int host, byte* path, uint length)
    {
        HostFile* directory = HostFiles.GetFile(host);
        if (directory == null)
        {
            return Errno.BadDescriptor;
        }

        ByteResult result;
        Filesystem.SymlinkAt(directory->Handle, target, targetLength, path, length, &result);
        return ErrorCode.Of(&result);
    }

    internal static int PathReadlink(int host, byte* path, uint length, byte* buffer, uint size, uint* used)
    {
        HostFile* directory = HostFiles.GetFile(host);
        if (directory == null)
        {
            return Errno.BadDescriptor;
        }

        ListResult result;
        Realloc.Offer(buffer, size);
        Filesystem.ReadlinkAt(directory->Handle, path, length, &result);
        if (result.IsError.Value != 0)
        {
            Realloc.Withdraw();
            return ErrorCode.ToErrno(result.Error);
        }

        *used = Realloc.Take(result.List.Items, result.List.Count, buffer, size);
        return Errno.Success;
    }
}
