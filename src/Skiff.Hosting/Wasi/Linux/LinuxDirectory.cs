using System.Text;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi.Linux;

/// <summary>
/// An open directory. Every path is resolved by the kernel beneath it (<c>openat2</c> with <c>RESOLVE_BENEATH</c>): no
/// <c>..</c>, no absolute path and no link leads out, whatever happens meanwhile.
/// </summary>
/// <remarks>
/// What changes a name rather than a file, such as to create, rename or delete, resolves the name's directory so, and acts on
/// the last component there, which those calls do not follow.
/// </remarks>
internal sealed unsafe class LinuxDirectory : Descriptor
{
    private const int NewFileMode = 0x1B6; // rw-rw-rw-, less the umask
    private const uint NewDirectoryMode = 0x1FF; // rwxrwxrwx, less the umask
    private const int Attempts = 64;

    private readonly int _handle;
    private readonly bool _isReadOnly;
    private DirectoryEntries? _entries;

    private LinuxDirectory(int handle, bool isReadOnly, byte[]? preopenName) =>
        (_handle, _isReadOnly, PreopenName) = (handle, isReadOnly, preopenName);

    public override FileType Type => FileType.Directory;

    /// <summary>The path under which the guest finds it, for one that it was given from the start.</summary>
    public byte[]? PreopenName { get; }

    public override Rights Rights => PreopenName is null
        ? Rights.All & ~(Rights.FdSeek | Rights.FdFilestatSetSize | Rights.PathFilestatSetSize | Rights.FdWrite)
        : Rights.PathCreateDirectory | Rights.PathCreateFile | Rights.PathLinkSource | Rights.PathLinkTarget | Rights.PathOpen
            | Rights.FdReaddir | Rights.PathReadlink | Rights.PathRenameSource | Rights.PathRenameTarget | Rights.PathSymlink
            | Rights.PathRemoveDirectory | Rights.PathUnlinkFile | Rights.PathFilestatGet | Rights.PathFilestatSetTimes
            | Rights.FdFilestatGet | Rights.FdFilestatSetTimes;

    public override Rights InheritingRights => PreopenName is null
        ? Rights
        : Rights | Rights.FdDatasync | Rights.FdRead | Rights.FdSeek | Rights.FdFdstatSetFlags | Rights.FdSync | Rights.FdTell
            | Rights.FdWrite | Rights.FdAdvise | Rights.FdAllocate | Rights.FdFilestatSetSize | Rights.PollFdReadwrite;

    /// <summary>Opens a directory that the guest is given.</summary>
    /// <exception cref="DirectoryNotFoundException">It does not exist, is no directory or may not be read.</exception>
    public static LinuxDirectory OpenPreopen(GuestDirectory directory)
    {
        int handle;
        fixed (byte* path = Encoding.UTF8.GetBytes(directory.HostPath + '\0'))
        {
            handle = LinuxCalls.open(path, LinuxCalls.ReadOnly | LinuxCalls.Directory | LinuxCalls.CloseOnExec, 0);
        }

        return handle >= 0
            ? new LinuxDirectory(handle, directory.ReadOnly, Encoding.UTF8.GetBytes(directory.GuestPath))
            : throw new DirectoryNotFoundException($"the directory '{directory.HostPath}' does not exist or cannot be opened");
    }

    public override Errno Stat(out FileStatus status) => Stat(_handle, out status);

    /// <summary>What is known of an open file.</summary>
    public static Errno Stat(int handle, out FileStatus status)
    {
        Statx native;
        if (LinuxCalls.Stat(handle, &native) < 0)
        {
            status = default;
            return UnixErrno.Last();
        }

        status = native.ToFileStatus();
        return Errno.Success;
    }

    public override Errno SetTimes(in FileTimes times)
    {
        if (_isReadOnly)
        {
            return Errno.NotPermitted;
        }

        if (!times.IsValid)
        {
            return Errno.Invalid;
        }

        Timespec* native = stackalloc Timespec[2];
        Timespec.Write(times, native);
        return UnixErrno.Check(LinuxCalls.futimens(_handle, native));
    }

    public override Errno Synchronize(bool dataOnly) =>
        UnixErrno.Check(dataOnly ? LinuxCalls.fdatasync(_handle) : LinuxCalls.fsync(_handle));

    /// <summary>Opens a file or directory beneath this one.</summary>
    public Errno Open(GuestPath path, bool follow, OpenFlags flags, Rights rights, FdFlags fdFlags, out Descriptor? opened)
    {
        opened = null;
        bool read = rights.HasFlag(Rights.FdRead), write = rights.HasFlag(Rights.FdWrite);
        if (flags.HasFlag(OpenFlags.Directory) && (flags & (OpenFlags.Create | OpenFlags.Exclusive | OpenFlags.Truncate)) != 0)
        {
            return Errno.Invalid;
        }

        bool changes = write || (flags & (OpenFlags.Create | OpenFlags.Truncate)) != 0;
        if (changes && _isReadOnly)
        {
            return Errno.NotPermitted;
        }

        // To truncate is to write, even for a guest that will not write afterwards.
        bool writeAccess = write || flags.HasFlag(OpenFlags.Truncate);
        int native = (writeAccess ? (read ? LinuxCalls.ReadWrite : LinuxCalls.WriteOnly) : LinuxCalls.ReadOnly)
            // Opening a pipe or a device must not block.
            | LinuxCalls.NonBlocking | LinuxCalls.NoControllingTerminal
            | (flags.HasFlag(OpenFlags.Create) ? LinuxCalls.Create : 0)
            | (flags.HasFlag(OpenFlags.Directory) ? LinuxCalls.Directory : 0)
            | (flags.HasFlag(OpenFlags.Exclusive) ? LinuxCalls.Exclusive : 0)
            | (flags.HasFlag(OpenFlags.Truncate) ? LinuxCalls.Truncate : 0)
            | (fdFlags.HasFlag(FdFlags.Append) ? LinuxCalls.Append : 0)
            | (fdFlags.HasFlag(FdFlags.DataSync) ? LinuxCalls.DataSync : 0)
            | ((fdFlags & (FdFlags.Sync | FdFlags.ReadSync)) != 0 ? LinuxCalls.Sync : 0)
            | (follow ? 0 : LinuxCalls.NoFollow);
        Errno errno = OpenBeneath(path, native, flags.HasFlag(OpenFlags.Create) ? NewFileMode : 0, out int handle);
        if (errno != Errno.Success)
        {
            return errno;
        }

        errno = Stat(handle, out FileStatus status);
        if (errno == Errno.Success && status.Type != FileType.RegularFile && status.Type != FileType.Directory && !fdFlags.HasFlag(FdFlags.NonBlocking))
        {
            errno = UnixErrno.Check(LinuxCalls.fcntl(handle, LinuxCalls.SetStatusFlags, native & (LinuxCalls.Append | LinuxCalls.Sync)));
        }

        if (errno != Errno.Success)
        {
            _ = LinuxCalls.close(handle);
            return errno;
        }

        opened = status.Type == FileType.Directory
            ? new LinuxDirectory(handle, _isReadOnly, preopenName: null)
            : new LinuxFile(handle, status.Type, fdFlags, read || !write, write, mayChange: !_isReadOnly);
        return Errno.Success;
    }

    /// <summary>What is known of a path.</summary>
    public Errno StatPath(GuestPath path, bool follow, out FileStatus status)
    {
        status = default;
        Errno errno = OpenBeneath(path, LinuxCalls.PathOnly | (follow ? 0 : LinuxCalls.NoFollow), 0, out int handle);
        if (errno == Errno.Success)
        {
            errno = Stat(handle, out status);
            _ = LinuxCalls.close(handle);
        }

        return errno;
    }

    /// <summary>Changes the times of a path.</summary>
    public Errno SetPathTimes(GuestPath path, bool follow, in FileTimes times)
    {
        if (_isReadOnly)
        {
            return Errno.NotPermitted;
        }

        if (!times.IsValid)
        {
            return Errno.Invalid;
        }

        Errno errno = OpenBeneath(path, LinuxCalls.PathOnly | (follow ? 0 : LinuxCalls.NoFollow), 0, out int handle);
        if (errno != Errno.Success)
        {
            return errno;
        }

        Timespec* native = stackalloc Timespec[2];
        Timespec.Write(times, native);
        byte empty = 0;
        errno = UnixErrno.Check(LinuxCalls.utimensat(handle, &empty, native, LinuxCalls.EmptyPath));
        _ = LinuxCalls.close(handle);
        return errno;
    }

    /// <summary>Creates a directory.</summary>
    public Errno CreateDirectory(GuestPath path)
    {
        return Change(path, &Call, default);

        static Errno Call(int directory, byte* name, nint argument) => UnixErrno.Check(LinuxCalls.mkdirat(directory, name, NewDirectoryMode));
    }

    /// <summary>Deletes an empty directory, or a file.</summary>
    public Errno Remove(GuestPath path, bool directory)
    {
        return Change(path, &Call, directory ? LinuxCalls.RemoveDirectory : 0);

        static Errno Call(int directory, byte* name, nint flags) => UnixErrno.Check(LinuxCalls.unlinkat(directory, name, (int)flags));
    }

    /// <summary>Creates a symbolic link.</summary>
    /// <param name="target">Where it points, relative to its own place.</param>
    /// <param name="path">Its own place.</param>
    public Errno CreateSymbolicLink(GuestPath target, GuestPath path)
    {
        if (target.Bytes[0] == (byte)'/')
        {
            // It would name a place of the host, for others to follow.
            return Errno.NotPermitted;
        }

        fixed (byte* text = target.Bytes)
        {
            return Change(path, &Call, (nint)text);
        }

        static Errno Call(int directory, byte* name, nint text) => UnixErrno.Check(LinuxCalls.symlinkat((byte*)text, directory, name));
    }

    /// <summary>Renames a file or directory, possibly to another directory.</summary>
    public Errno Rename(GuestPath path, LinuxDirectory target, GuestPath targetPath) =>
        ChangeTwo(path, target, targetPath, &LinuxRename);

    /// <summary>Gives a file a second name.</summary>
    public Errno Link(GuestPath path, LinuxDirectory target, GuestPath targetPath) =>
        path.HasTrailingSlash ? Errno.NotDirectory : ChangeTwo(path, target, targetPath, &LinuxLink);

    /// <summary>Reads where a symbolic link points.</summary>
    public Errno ReadLink(GuestPath path, Span<byte> buffer, out int count)
    {
        count = 0;
        Errno errno = OpenBeneath(path, LinuxCalls.PathOnly | LinuxCalls.NoFollow, 0, out int handle);
        if (errno != Errno.Success)
        {
            return errno;
        }

        // The kernel refuses an empty buffer, WASI does not.
        byte* own = stackalloc byte[1];
        byte empty = 0;
        nint read;
        fixed (byte* start = buffer)
        {
            read = LinuxCalls.readlinkat(handle, &empty, start == null ? own : start, (nuint)Math.Max(buffer.Length, 1));
        }

        // On something that is no link the kernel says that the empty path does not exist.
        errno = read >= 0 ? Errno.Success : UnixErrno.Last() is Errno.NoEntry ? Errno.Invalid : UnixErrno.Last();
        count = (int)Math.Min(Math.Max(read, 0), buffer.Length);
        _ = LinuxCalls.close(handle);
        return errno;
    }

    /// <summary>The entries, from the beginning where <paramref name="cookie"/> is 0, else as they were then.</summary>
    public Errno Entries(ulong cookie, out DirectoryEntries entries)
    {
        if (cookie == 0 || _entries is null)
        {
            Errno errno = DirectoryEntries.Read(_handle, out _entries);
            if (errno != Errno.Success)
            {
                entries = DirectoryEntries.None;
                return errno;
            }
        }

        entries = _entries;
        return Errno.Success;
    }

    public override void Dispose()
    {
        _ = LinuxCalls.close(_handle);
        base.Dispose();
    }

    private static Errno LinuxRename(int from, byte* name, int to, byte* newName) =>
        UnixErrno.Check(LinuxCalls.renameat(from, name, to, newName));

    private static Errno LinuxLink(int from, byte* name, int to, byte* newName) =>
        UnixErrno.Check(LinuxCalls.linkat(from, name, to, newName, flags: 0));

    private Errno OpenBeneath(GuestPath path, int flags, int mode, out int handle)
    {
        fixed (byte* text = path.Bytes)
        {
            return OpenBeneath(text, flags, mode, out handle);
        }
    }

    private Errno OpenBeneath(byte* path, int flags, int mode, out int handle)
    {
        for (int attempt = 0; ; attempt++)
        {
            handle = LinuxCalls.OpenBeneath(_handle, path, flags, mode);
            if (handle >= 0)
            {
                return Errno.Success;
            }

            Errno errno = UnixErrno.Last();
            switch (errno)
            {
                case Errno.Interrupted:
                case Errno.Again when attempt < Attempts: // something was renamed while the kernel looked
                    continue;
                case Errno.CrossDevice: // the path leads out
                    return Errno.NotPermitted;
                default:
                    return errno;
            }
        }
    }

    /// <summary>Resolves the directory of a name, and acts on the name there.</summary>
    private Errno Change(GuestPath path, delegate*<int, byte*, nint, Errno> call, nint argument)
    {
        if (_isReadOnly)
        {
            return Errno.NotPermitted;
        }

        Errno errno = OpenParent(path, out int parent, out int nameStart);
        if (errno != Errno.Success)
        {
            return errno;
        }

        fixed (byte* text = path.Bytes)
        {
            errno = call(parent, text + nameStart, argument);
        }

        CloseParent(parent);
        return errno;
    }

    private Errno ChangeTwo(GuestPath path, LinuxDirectory target, GuestPath targetPath, delegate*<int, byte*, int, byte*, Errno> call)
    {
        if (_isReadOnly || target._isReadOnly)
        {
            return Errno.NotPermitted;
        }

        Errno errno = OpenParent(path, out int parent, out int nameStart);
        if (errno != Errno.Success)
        {
            return errno;
        }

        errno = target.OpenParent(targetPath, out int targetParent, out int targetNameStart);
        if (errno == Errno.Success)
        {
            fixed (byte* text = path.Bytes, targetText = targetPath.Bytes)
            {
                errno = call(parent, text + nameStart, targetParent, targetText + targetNameStart);
            }

            target.CloseParent(targetParent);
        }

        CloseParent(parent);
        return errno;
    }

    /// <summary>Opens the directory that a path's last component is in.</summary>
    private Errno OpenParent(GuestPath path, out int parent, out int nameStart)
    {
        nameStart = path.NameStart;
        if (nameStart == 0)
        {
            parent = _handle;
            return Errno.Success;
        }

        Span<byte> text = stackalloc byte[nameStart + 1];
        path.Bytes[..nameStart].CopyTo(text);
        text[nameStart] = 0;
        fixed (byte* start = text)
        {
            return OpenBeneath(start, LinuxCalls.PathOnly | LinuxCalls.Directory, 0, out parent);
        }
    }

    private void CloseParent(int parent)
    {
        if (parent != _handle)
        {
            _ = LinuxCalls.close(parent);
        }
    }
}
