using System.Runtime.InteropServices;
using Skiff.Hosting.Wasi;

namespace Skiff.Hosting.Interop;

/// <summary>Translates the C library's <c>errno</c>, whose numbers differ between systems, to WASI's.</summary>
internal static class UnixErrno
{
    /// <summary>The error of the last call that sets it.</summary>
    public static Errno Last() => Translate(Marshal.GetLastPInvokeError());

    /// <summary>Success, or the error of a call that gave -1.</summary>
    public static Errno Check(int result) => result >= 0 ? Errno.Success : Last();

    /// <summary>One error number of this system.</summary>
    public static Errno Translate(int errno) => OperatingSystem.IsLinux() ? FromLinux(errno) : FromBsd(errno);

    private static Errno FromLinux(int errno) => errno switch
    {
        0 => Errno.Success,
        11 => Errno.Again,
        26 => Errno.TextBusy,
        35 => Errno.Deadlock,
        36 => Errno.NameTooLong,
        37 => Errno.NoLock,
        38 => Errno.NotImplemented,
        39 => Errno.NotEmpty,
        40 => Errno.Loop,
        61 => Errno.NoMessage,
        75 => Errno.Overflow,
        84 => Errno.IllegalSequence,
        95 => Errno.NotSupported,
        110 => Errno.TimedOut,
        116 => Errno.Stale,
        122 => Errno.Quota,
        125 => Errno.Canceled,
        _ => Common(errno),
    };

    private static Errno FromBsd(int errno) => errno switch
    {
        11 => Errno.Deadlock,
        35 => Errno.Again,
        45 or 102 => Errno.NotSupported,
        62 => Errno.Loop,
        63 => Errno.NameTooLong,
        66 => Errno.NotEmpty,
        69 => Errno.Quota,
        70 => Errno.Stale,
        77 => Errno.NoLock,
        78 => Errno.NotImplemented,
        84 => Errno.Overflow,
        89 => Errno.Canceled,
        92 => Errno.IllegalSequence,
        _ => Common(errno),
    };

    // The numbers that Unix systems inherited from the seventh edition agree.
    private static Errno Common(int errno) => errno switch
    {
        1 => Errno.NotPermitted,
        2 => Errno.NoEntry,
        4 => Errno.Interrupted,
        5 => Errno.Io,
        6 => Errno.NoDeviceOrAddress,
        7 => Errno.TooBig,
        9 => Errno.BadDescriptor,
        12 => Errno.NoMemory,
        13 => Errno.Access,
        14 => Errno.Fault,
        16 => Errno.Busy,
        17 => Errno.Exists,
        18 => Errno.CrossDevice,
        19 => Errno.NoDevice,
        20 => Errno.NotDirectory,
        21 => Errno.IsDirectory,
        22 => Errno.Invalid,
        23 => Errno.TooManyOpenFilesInSystem,
        24 => Errno.TooManyOpenFiles,
        25 => Errno.NotTerminal,
        26 => Errno.TextBusy,
        27 => Errno.FileTooBig,
        28 => Errno.NoSpace,
        29 => Errno.InvalidSeek,
        30 => Errno.ReadOnlyFileSystem,
        31 => Errno.TooManyLinks,
        32 => Errno.Pipe,
        33 => Errno.Domain,
        34 => Errno.Range,
        _ => Errno.Io,
    };
}
