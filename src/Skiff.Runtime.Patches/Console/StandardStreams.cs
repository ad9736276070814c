using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Skiff.Runtime;

/// <summary>What <c>System.Console</c> needs to know of the streams the process was given.</summary>
[AddTo(Bcl.CoreLib)]
internal static unsafe class StandardStreams
{
    private const int FileTypeMask = 0xF000;
    private const int CharacterDevice = 0x2000;

    // What the personality calls a character device that is no terminal.
    private const int NullDevice = 0x103;

    /// <summary>Whether <paramref name="descriptor"/> is not a terminal.</summary>
    public static bool IsRedirected(int descriptor)
    {
        using var handle = new SafeFileHandle(descriptor, ownsHandle: false);
        return Interop.Sys.FStat(handle, out Interop.Sys.FileStatus status) != 0
            || (status.Mode & FileTypeMask) != CharacterDevice
            || status.RDev == NullDevice;
    }

    /// <summary>Reads what is there, or waits for it; 0 at the end.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static int Read(SafeHandle handle, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            int count = Interop.Sys.Read(handle, start, buffer.Length);
            if (count < 0)
            {
                throw Interop.GetIOException(Interop.Sys.GetLastErrorInfo());
            }

            return count;
        }
    }

    /// <summary>Writes an escape sequence to the terminal; nothing when standard output is not one.</summary>
    public static void WriteToTerminal(string sequence)
    {
        const int StandardOutput = 1;
        if (!IsRedirected(StandardOutput))
        {
            byte[] bytes = System.Text.Encoding.UTF8.GetBytes(sequence);
            fixed (byte* start = bytes)
            {
                Interop.Sys.Write(StandardOutput, start, bytes.Length);
            }
        }
    }
}
