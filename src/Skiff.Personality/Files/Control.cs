using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary><c>fcntl</c> and <c>ioctl</c>. Their third argument arrives in memory, as C passes variable arguments.</summary>
internal static unsafe class Control
{
    private const int DuplicateDescriptor = 0;
    private const int GetDescriptorFlags = 1;
    private const int SetDescriptorFlags = 2;
    private const int GetStatusFlags = 3;
    private const int SetStatusFlags = 4;
    private const int GetRecordLock = 12;
    private const int SetRecordLock = 13;
    private const int SetRecordLockWaiting = 14;
    private const int DuplicateDescriptorCloseOnExec = 1030;

    /// <summary><c>l_type</c> of a region that nobody has locked.</summary>
    private const short Unlocked = 2;

    /// <summary>
    /// <c>fcntl</c>. There is nothing to execute, so close-on-exec has no effect, and no second process, so record locks
    /// always succeed.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_fcntl64")]
    internal static int Fcntl(int fd, int command, int* arguments)
    {
        OpenFile* file = Descriptors.Get(fd);
        if (file == null)
        {
            return -Errno.BadDescriptor;
        }

        switch (command)
        {
            case DuplicateDescriptor or DuplicateDescriptorCloseOnExec:
                return *arguments is < 0 or >= Descriptors.Limit ? -Errno.Invalid : Descriptors.Duplicate(file, *arguments);
            case GetDescriptorFlags or SetDescriptorFlags or SetRecordLock or SetRecordLockWaiting:
                return 0;
            case GetStatusFlags:
                return (int)file->Flags;
            case SetStatusFlags:
                return SetFlags(file, (uint)*arguments & OpenFlags.Changeable);
            case GetRecordLock:
                **(short**)arguments = Unlocked;
                return 0;
            default:
                return -Errno.Invalid;
        }
    }

    /// <summary>
    /// <c>ioctl</c>: WASI has none. A terminal without its settings and its size is what the C library makes of a
    /// redirected stream, and it buffers accordingly.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_ioctl")]
    internal static int Ioctl(int fd, int request, void* arguments) =>
        Descriptors.Get(fd) == null ? -Errno.BadDescriptor : -Errno.NotTerminal;

    /// <summary>The host's `fdflags` for the flags of <c>open</c>.</summary>
    internal static ushort HostFlags(uint flags)
    {
        uint result = 0;
        if ((flags & OpenFlags.Append) != 0)
        {
            result |= FdStat.Append;
        }

        if ((flags & OpenFlags.NonBlocking) != 0)
        {
            result |= FdStat.NonBlocking;
        }

        if ((flags & OpenFlags.Sync) == OpenFlags.Sync)
        {
            result |= FdStat.Sync;
        }
        else if ((flags & OpenFlags.DataSync) != 0)
        {
            result |= FdStat.DataSync;
        }

        return (ushort)result;
    }

    private static int SetFlags(OpenFile* file, uint flags)
    {
        if (file->Host != OpenFile.Virtual)
        {
            int errno = Wasi.FdFdstatSetFlags(file->Host, HostFlags(flags));
            if (errno != Errno.Success)
            {
                return -Errno.Translate(errno);
            }
        }

        file->Flags = (file->Flags & ~OpenFlags.Changeable) | flags;
        return 0;
    }
}
