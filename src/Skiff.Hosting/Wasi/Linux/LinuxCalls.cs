using System.Runtime.InteropServices;

namespace Skiff.Hosting.Wasi.Linux;

/// <summary>
/// The system calls and C library functions that files need, on 64-bit Linux. Paths are zero-terminated; a function that
/// fails gives -1 and leaves its error to <see cref="Interop.UnixErrno.Last"/>.
/// </summary>
internal static unsafe partial class LinuxCalls
{
    private const string Library = Interop.Libc.Library;

    // open(2); those two that differ between architectures are properties.
    public const int ReadOnly = 0;
    public const int WriteOnly = 1;
    public const int ReadWrite = 2;
    public const int Create = 0x40;
    public const int Exclusive = 0x80;
    public const int NoControllingTerminal = 0x100;
    public const int Truncate = 0x200;
    public const int Append = 0x400;
    public const int NonBlocking = 0x800;
    public const int DataSync = 0x1000;
    public const int Sync = 0x101000;
    public const int CloseOnExec = 0x80000;
    public const int PathOnly = 0x200000;

    // *at(2)
    public const int CurrentDirectory = -100;
    public const int SymlinkNoFollow = 0x100;
    public const int RemoveDirectory = 0x200;
    public const int EmptyPath = 0x1000;

    // fcntl(2)
    public const int SetStatusFlags = 4;

    // openat2(2)
    private const ulong ResolveNoMagicLinks = 0x02;
    private const ulong ResolveBeneath = 0x08;

    private const int OpenAt2Call = 437;

    // statx(2): type, mode, links, times, inode, size
    private const uint BasicStatistics = 0x7ff;

    private static readonly bool s_isArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    public static int Directory => s_isArm ? 0x4000 : 0x10000;

    public static int NoFollow => s_isArm ? 0x8000 : 0x20000;

    /// <summary>Whether the calls here are this system's.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is (Architecture.X64 or Architecture.Arm64);

    /// <summary>
    /// Whether the kernel resolves paths beneath a directory (Linux 5.6). Sandboxes may refuse the call though the kernel has it.
    /// </summary>
    public static bool CanResolveBeneath { get; } = Probe();

    /// <summary>Opens a path that may not lead out of the directory, whatever links and <c>..</c> it has (<c>openat2</c>).</summary>
    public static int OpenBeneath(int directory, byte* path, int flags, int mode)
    {
        var how = new OpenHow { Flags = (uint)(flags | CloseOnExec), Mode = (uint)mode, Resolve = ResolveBeneath | ResolveNoMagicLinks };
        return (int)syscall(OpenAt2Call, directory, path, &how, (nuint)sizeof(OpenHow));
    }

    /// <summary>What is known of an open file, even one opened for its path only.</summary>
    public static int Stat(int descriptor, Statx* status)
    {
        byte empty = 0;
        return (int)syscall(s_isArm ? 291 : 332, descriptor, &empty, EmptyPath | SymlinkNoFollow, BasicStatistics, status);
    }

    /// <summary>What is known of a path of the host.</summary>
    public static int StatPath(byte* path, Statx* status) =>
        (int)syscall(s_isArm ? 291 : 332, CurrentDirectory, path, 0, BasicStatistics, status);

    /// <summary>Reads directory entries.</summary>
    public static int ReadDirectory(int descriptor, byte* buffer, int size) =>
        (int)syscall(s_isArm ? 61 : 217, descriptor, buffer, (nuint)size);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int open(byte* path, int flags, int mode);

    [LibraryImport(Library)]
    public static partial int close(int descriptor);

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint readv(int descriptor, Vector* vectors, int count);

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint writev(int descriptor, Vector* vectors, int count);

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint preadv(int descriptor, Vector* vectors, int count, long offset);

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint pwritev(int descriptor, Vector* vectors, int count, long offset);

    [LibraryImport(Library, SetLastError = true)]
    public static partial long lseek(int descriptor, long offset, int whence);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int ftruncate(int descriptor, long length);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int fsync(int descriptor);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int fdatasync(int descriptor);

    /// <summary>Gives the error number itself.</summary>
    [LibraryImport(Library)]
    public static partial int posix_fallocate(int descriptor, long offset, long length);

    /// <summary>Gives the error number itself.</summary>
    [LibraryImport(Library)]
    public static partial int posix_fadvise(int descriptor, long offset, long length, int advice);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int fcntl(int descriptor, int command, nint argument);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int futimens(int descriptor, Timespec* times);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int utimensat(int directory, byte* path, Timespec* times, int flags);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int mkdirat(int directory, byte* path, uint mode);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int unlinkat(int directory, byte* path, int flags);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int renameat(int oldDirectory, byte* oldPath, int newDirectory, byte* newPath);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int linkat(int oldDirectory, byte* oldPath, int newDirectory, byte* newPath, int flags);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int symlinkat(byte* target, int directory, byte* path);

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint readlinkat(int directory, byte* path, byte* buffer, nuint size);

    private static bool Probe()
    {
        if (!IsSupported)
        {
            return false;
        }

        int root;
        fixed (byte* path = "/\0"u8)
        {
            root = open(path, PathOnly | Directory | CloseOnExec, 0);
        }

        if (root < 0)
        {
            return false;
        }

        int self;
        fixed (byte* path = ".\0"u8)
        {
            self = OpenBeneath(root, path, PathOnly | Directory, 0);
        }

        if (self >= 0)
        {
            _ = close(self);
        }

        _ = close(root);
        return self >= 0;
    }

    [LibraryImport(Library, SetLastError = true)]
    private static partial nint syscall(nint number, nint directory, byte* path, OpenHow* how, nuint size);

    [LibraryImport(Library, SetLastError = true)]
    private static partial nint syscall(nint number, nint directory, byte* path, nint flags, nuint mask, Statx* status);

    [LibraryImport(Library, SetLastError = true)]
    private static partial nint syscall(nint number, nint descriptor, byte* buffer, nuint size);

    [StructLayout(LayoutKind.Sequential)]
    private struct OpenHow
    {
        public ulong Flags;
        public ulong Mode;
        public ulong Resolve;
    }
}
