using Microsoft.Win32.SafeHandles;

namespace Skiff.Runtime.IO;

/// <summary>Setting one of a file's times leaves the other; the browser's file system has but one.</summary>
[Patch(Bcl.CoreLib, "System.IO.FileStatus")]
internal static unsafe class FileStatusPatch
{
    // The nanoseconds that mean "leave it" (POSIX utimensat, UTIME_OMIT).
    private const long Omit = 0x3FFFFFFE;

    public static void SetAccessOrWriteTimeCore(ref FileStatus self, SafeFileHandle? handle, string? path, DateTimeOffset time, bool isAccessTime, bool checkCreationTime, bool asDirectory)
    {
        self.InvalidateCaches();
        self.EnsureCachesInitialized(handle, path, continueOnError: false);
        if (!self.EntryExists)
        {
            self.ThrowNotFound(path);
        }

        long seconds = time.ToUnixTimeSeconds();
        var set = new Interop.Sys.TimeSpec { TvSec = seconds, TvNsec = FileStatus.UnixTimeSecondsToNanoseconds(time, seconds) };
        var leave = new Interop.Sys.TimeSpec { TvNsec = Omit };
        Interop.Sys.TimeSpec* times = stackalloc Interop.Sys.TimeSpec[2];
        times[0] = isAccessTime ? set : leave;
        times[1] = isAccessTime ? leave : set;
        int result = handle is null ? Interop.Sys.UTimensat(path!, times) : Interop.Sys.FUTimens(handle, times);
        Interop.CheckIo(result, path, asDirectory);
        self.InvalidateCaches();
    }
}
