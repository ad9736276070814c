using System.Runtime.InteropServices;
using Skiff.Hosting.Wasi;

namespace Skiff.Hosting.Interop;

/// <summary>The functions of the C library that standard streams need and .NET does not offer; Unix only.</summary>
internal static unsafe partial class Libc
{
    public const string Library = "libc";
    private const short PollIn = 1;
    private const short PollOut = 4;

    [LibraryImport(Library)]
    public static partial int isatty(int descriptor);

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint read(int descriptor, byte* buffer, nuint count);

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint write(int descriptor, byte* buffer, nuint count);

    [LibraryImport(Library, SetLastError = true)]
    public static partial long lseek(int descriptor, long offset, int whence);

    /// <summary>Fills a buffer from the kernel's generator (Linux).</summary>
    /// <returns>False where the kernel or the C library has no <c>getrandom</c>.</returns>
    public static bool TryGetRandom(Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            nint count;
            fixed (byte* start = buffer)
            {
                count = getrandom(start, (nuint)buffer.Length, flags: 0);
            }

            if (count > 0)
            {
                buffer = buffer[(int)count..];
            }
            else if (UnixErrno.Last() != Errno.Interrupted)
            {
                return false;
            }
        }

        return true;
    }

    [LibraryImport(Library, SetLastError = true)]
    private static partial nint getrandom(byte* buffer, nuint length, uint flags);

    /// <summary>What the processor can do, as Linux tells it to programs (<c>AT_HWCAP</c>).</summary>
    public static nuint GetHardwareCapabilities() => getauxval(type: 16);

    [LibraryImport(Library)]
    private static partial nuint getauxval(nuint type);

    /// <summary>Blocks until a descriptor can be written to, or has failed.</summary>
    public static void WaitWritable(int descriptor) => Wait(descriptor, PollOut);

    /// <summary>Blocks until a descriptor can be read from, or has failed.</summary>
    public static void WaitReadable(int descriptor) => Wait(descriptor, PollIn);

    /// <summary>Waits until a descriptor can be read from, or has failed.</summary>
    /// <returns>False when the time is over, or something interrupted the wait.</returns>
    public static bool WaitReadable(int descriptor, int milliseconds) => Wait(descriptor, PollIn, milliseconds) > 0;

    private static int Wait(int descriptor, short events, int milliseconds = -1)
    {
        var wanted = new PollDescriptor { Descriptor = descriptor, Events = events };
        return poll(&wanted, 1, milliseconds);
    }

    [LibraryImport(Library)]
    private static partial int poll(PollDescriptor* descriptors, nuint count, int timeout);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
