using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>Setting the times of files.</summary>
internal static unsafe class Times
{
    private const int AtNoFollow = 0x100;

    /// <summary><c>tv_nsec</c> that means the clock's time.</summary>
    private const int Now = 0x3FFFFFFF;

    /// <summary><c>tv_nsec</c> that means: leave it.</summary>
    private const int Omit = 0x3FFFFFFE;

    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>The last whole second that WASI's unsigned nanoseconds since 1970 can say, in 2554.</summary>
    private const long LastSecond = (long)(ulong.MaxValue / (ulong)NanosecondsPerSecond) - 1;

    /// <summary>
    /// <c>utimensat</c>: of a path, or without one of the descriptor itself. <paramref name="times"/> are the access and
    /// the modification time, each 16 bytes: seconds since 1970 and nanoseconds; null means now. Errors:
    /// <see cref="Errno.Invalid"/> for times that WASI cannot say, such as any before 1970; those of
    /// <c>path_filestat_set_times</c>.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env.__syscall_utimensat")]
    internal static int SetTimes(int directory, byte* path, Timespec* times, int flags)
    {
        ulong accessed = 0;
        ulong modified = 0;
        int which = FileStat.SetAccessedNow | FileStat.SetModifiedNow;
        if (times != null)
        {
            int access = Which(&times[0], FileStat.SetAccessed, FileStat.SetAccessedNow, &accessed);
            int modification = Which(&times[1], FileStat.SetModified, FileStat.SetModifiedNow, &modified);
            if (access < 0 || modification < 0)
            {
                return -Errno.Invalid;
            }

            which = access | modification;
        }

        return path == null || *path == 0
            ? OfDescriptor(directory, accessed, modified, (ushort)which)
            : OfPath(directory, path, (flags & AtNoFollow) == 0, accessed, modified, (ushort)which);
    }

    private static int OfDescriptor(int fd, ulong accessed, ulong modified, ushort which)
    {
        OpenFile* file = Descriptors.Get(fd);
        if (file == null)
        {
            return -Errno.BadDescriptor;
        }

        return file->Host == OpenFile.Virtual
            ? -Errno.Access
            : -Errno.Translate(Wasi.FdFilestatSetTimes(file->Host, accessed, modified, which));
    }

    private static int OfPath(int directory, byte* path, bool follow, ulong accessed, ulong modified, ushort which)
    {
        byte* buffer = stackalloc byte[(int)Paths.Maximum];
        Location location;
        int errno = Paths.Resolve(directory, path, buffer, &location);
        if (errno != Errno.Success)
        {
            return -errno;
        }

        if (location.Mount == null)
        {
            return Paths.IsAboveMounts(&location) ? -Errno.Access : -Errno.NoEntry;
        }

        return -Errno.Translate(Wasi.PathFilestatSetTimes(
            location.Mount->Host,
            follow ? 1u : 0u,
            location.Relative,
            location.RelativeLength,
            accessed,
            modified,
            which));
    }

    /// <summary>Which flag one time comes to: none when it is left, -1 when it is invalid.</summary>
    private static int Which(Timespec* time, int set, int setNow, ulong* result)
    {
        if (time->Nanoseconds == Omit)
        {
            return 0;
        }

        if (time->Nanoseconds == Now)
        {
            return setNow;
        }

        if (time->Nanoseconds < 0 || time->Nanoseconds >= NanosecondsPerSecond || time->Seconds < 0 || time->Seconds > LastSecond)
        {
            return -1;
        }

        *result = (ulong)((time->Seconds * NanosecondsPerSecond) + time->Nanoseconds);
        return set;
    }
}
