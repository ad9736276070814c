using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// <c>flock</c>, by which .NET on Unix keeps a file that is open with <c>FileShare.None</c> from being opened again. The
/// locks of one program are known here; WASI has none between programs.
/// </summary>
internal static unsafe class Locks
{
    private const int Shared = 1;
    private const int Exclusive = 2;
    private const int NonBlocking = 4;
    private const int Unlock = 8;

    /// <summary>
    /// <c>SystemNative_FLock</c>: 0, or -1 with <c>errno</c> set. Errors: <see cref="Errno.Again"/> when another
    /// description holds a lock on the file that excludes this one; <see cref="Errno.WouldDeadlock"/> when the caller
    /// would wait for it, as nobody could ever release it; <see cref="Errno.BadDescriptor"/>.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "runtime.SystemNative_FLock")]
    internal static int FLock(int fd, int operation) => Runtime.SystemCallResult(Lock(fd, operation));

    private static int Lock(int fd, int operation)
    {
        OpenFile* file = Descriptors.Get(fd);
        if (file == null)
        {
            return -Errno.BadDescriptor;
        }

        if (file->Host == OpenFile.Virtual || (operation & Unlock) != 0)
        {
            file->Lock = 0;
            return 0;
        }

        FileStat stat;
        int errno = Wasi.FdFilestatGet(file->Host, &stat);
        if (errno != Errno.Success)
        {
            return -Errno.Translate(errno);
        }

        int kind = operation & (Shared | Exclusive);
        if (kind is not Shared and not Exclusive)
        {
            return -Errno.Invalid;
        }

        for (int i = 0; i < Descriptors.Capacity; i++)
        {
            OpenFile* other = Descriptors.Get(i);
            if (other != null && other != file && Excludes(other, kind, &stat))
            {
                return (operation & NonBlocking) != 0 ? -Errno.Again : -Errno.WouldDeadlock;
            }
        }

        file->Lock = kind;
        file->LockDevice = stat.Device;
        file->LockInode = stat.Inode;
        return 0;
    }

    private static bool Excludes(OpenFile* other, int kind, FileStat* stat) =>
        other->Lock != 0
        && (other->Lock == Exclusive || kind == Exclusive)
        && other->LockDevice == stat->Device
        && other->LockInode == stat->Inode;
}
