using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// The functions of WASI preview1 that the personality stands on, each returning an <see cref="Errno"/>. Parameters and
/// results are the specification's, in its order; sizes are in bytes, times in nanoseconds.
/// </summary>
internal static unsafe class Wasi
{
    private const string Module = "wasi_snapshot_preview1";

    [DllImport(Module, EntryPoint = "args_sizes_get")]
    internal static extern int ArgsSizesGet(uint* count, uint* size);

    [DllImport(Module, EntryPoint = "args_get")]
    internal static extern int ArgsGet(byte** arguments, byte* buffer);

    [DllImport(Module, EntryPoint = "environ_sizes_get")]
    internal static extern int EnvironSizesGet(uint* count, uint* size);

    [DllImport(Module, EntryPoint = "environ_get")]
    internal static extern int EnvironGet(byte** variables, byte* buffer);

    [DllImport(Module, EntryPoint = "clock_res_get")]
    internal static extern int ClockResGet(uint clock, ulong* resolution);

    [DllImport(Module, EntryPoint = "clock_time_get")]
    internal static extern int ClockTimeGet(uint clock, ulong precision, ulong* time);

    [DllImport(Module, EntryPoint = "random_get")]
    internal static extern int RandomGet(byte* buffer, uint size);

    [DllImport(Module, EntryPoint = "poll_oneoff")]
    internal static extern int PollOneoff(Subscription* subscriptions, Event* events, uint count, uint* occurred);

    [DllImport(Module, EntryPoint = "proc_exit")]
    internal static extern void ProcExit(int code);

    [DllImport(Module, EntryPoint = "fd_prestat_get")]
    internal static extern int FdPrestatGet(int fd, Prestat* prestat);

    [DllImport(Module, EntryPoint = "fd_prestat_dir_name")]
    internal static extern int FdPrestatDirName(int fd, byte* path, uint length);

    [DllImport(Module, EntryPoint = "fd_fdstat_get")]
    internal static extern int FdFdstatGet(int fd, FdStat* stat);

    [DllImport(Module, EntryPoint = "fd_fdstat_set_flags")]
    internal static extern int FdFdstatSetFlags(int fd, ushort flags);

    [DllImport(Module, EntryPoint = "fd_filestat_get")]
    internal static extern int FdFilestatGet(int fd, FileStat* stat);

    [DllImport(Module, EntryPoint = "fd_filestat_set_size")]
    internal static extern int FdFilestatSetSize(int fd, ulong size);

    [DllImport(Module, EntryPoint = "fd_filestat_set_times")]
    internal static extern int FdFilestatSetTimes(int fd, ulong accessed, ulong modified, ushort flags);

    [DllImport(Module, EntryPoint = "fd_close")]
    internal static extern int FdClose(int fd);

    [DllImport(Module, EntryPoint = "fd_read")]
    internal static extern int FdRead(int fd, Iovec* iovecs, uint count, uint* read);

    [DllImport(Module, EntryPoint = "fd_write")]
    internal static extern int FdWrite(int fd, Iovec* iovecs, uint count, uint* written);

    [DllImport(Module, EntryPoint = "fd_pread")]
    internal static extern int FdPread(int fd, Iovec* iovecs, uint count, ulong offset, uint* read);

    [DllImport(Module, EntryPoint = "fd_pwrite")]
    internal static extern int FdPwrite(int fd, Iovec* iovecs, uint count, ulong offset, uint* written);

    [DllImport(Module, EntryPoint = "fd_seek")]
    internal static extern int FdSeek(int fd, long offset, byte whence, ulong* position);

    [DllImport(Module, EntryPoint = "fd_sync")]
    internal static extern int FdSync(int fd);

    [DllImport(Module, EntryPoint = "fd_readdir")]
    internal static extern int FdReaddir(int fd, byte* buffer, uint length, ulong cookie, uint* used);

    [DllImport(Module, EntryPoint = "path_open")]
    internal static extern int PathOpen(int fd, uint lookup, byte* path, uint length, ushort open, ulong rights, ulong inheriting, ushort flags, int* opened);

    [DllImport(Module, EntryPoint = "path_filestat_get")]
    internal static extern int PathFilestatGet(int fd, uint lookup, byte* path, uint length, FileStat* stat);

    [DllImport(Module, EntryPoint = "path_filestat_set_times")]
    internal static extern int PathFilestatSetTimes(int fd, uint lookup, byte* path, uint length, ulong accessed, ulong modified, ushort flags);

    [DllImport(Module, EntryPoint = "path_create_directory")]
    internal static extern int PathCreateDirectory(int fd, byte* path, uint length);

    [DllImport(Module, EntryPoint = "path_remove_directory")]
    internal static extern int PathRemoveDirectory(int fd, byte* path, uint length);

    [DllImport(Module, EntryPoint = "path_unlink_file")]
    internal static extern int PathUnlinkFile(int fd, byte* path, uint length);

    [DllImport(Module, EntryPoint = "path_rename")]
    internal static extern int PathRename(int fd, byte* path, uint length, int newFd, byte* newPath, uint newLength);

    [DllImport(Module, EntryPoint = "path_link")]
    internal static extern int PathLink(int fd, uint lookup, byte* path, uint length, int newFd, byte* newPath, uint newLength);

    [DllImport(Module, EntryPoint = "path_symlink")]
    internal static extern int PathSymlink(byte* target, uint targetLength, int fd, byte* path, uint length);

    [DllImport(Module, EntryPoint = "path_readlink")]
    internal static extern int PathReadlink(int fd, byte* path, uint length, byte* buffer, uint size, uint* used);
}
