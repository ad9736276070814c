using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Skiff.Runtime.Threading;

namespace Skiff.Runtime;

/// <summary>What <c>System.Console</c> needs to know of the streams the process was given.</summary>
[AddTo(Bcl.CoreLib)]
internal static class StandardStreams
{
    public const int StandardInput = 0;
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

    /// <summary>Reads standard input: what is there, or 0 at the end. While there is nothing, other work runs.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static int Read(SafeHandle handle, Span<byte> buffer)
    {
        HostWait.RunUntilReadable(StandardInput);
        return ReadNow(handle, buffer);
    }

    /// <summary>The same, but nothing waits, not even for other work.</summary>
    public static ValueTask<int> ReadAsync(SafeHandle handle, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        return HostWait.IsReadable(StandardInput) ? new ValueTask<int>(ReadNow(handle, buffer.Span)) : ReadWhenReadableAsync(handle, buffer, cancellationToken);
    }

    private static async ValueTask<int> ReadWhenReadableAsync(SafeHandle handle, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        do
        {
            await HostWait.Readable(StandardInput, cancellationToken).Task.ConfigureAwait(false);
        }
        while (!HostWait.IsReadable(StandardInput));
        return ReadNow(handle, buffer.Span);
    }

    /// <summary>Reads standard input, and nothing runs while that waits.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static unsafe int ReadNow(SafeHandle handle, Span<byte> buffer)
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
    public static unsafe void WriteToTerminal(string sequence)
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
