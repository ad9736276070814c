using Skiff.Hosting.Interop;
using Skiff.Hosting.Wasi;

namespace Skiff.Hosting.Streams;

/// <summary>Output to this process's own standard output or error.</summary>
internal sealed class InheritedOutput : StandardOutput
{
    /// <summary>Whether a person reads it.</summary>
    public static bool IsTerminal(int number) => OperatingSystem.IsWindows()
        ? number == 1 ? !Console.IsOutputRedirected : !Console.IsErrorRedirected
        : Libc.isatty(number) == 1;

    /// <summary>Whether it goes to what has a position, such as a file, which nobody can stop reading.</summary>
    public static bool IsFile(int number) => !OperatingSystem.IsWindows() && Libc.lseek(number, 0, whence: 1) >= 0;

    internal override OutputChannel Open(int number)
    {
        OutputChannel channel = OperatingSystem.IsWindows() ? new ConsoleChannel(number) : new DescriptorChannel(number);
        // Errors are few, and wanted at once.
        return number == 1 && !channel.IsTerminal ? new CoalescingChannel(channel, CoalescingChannel.Patience) : channel;
    }

    /// <summary>
    /// Writes with <c>write(2)</c>: the console's own stream hides that the reader has gone, and a file stream keeps a position of
    /// its own, so that what another program appends afterwards would land on top of the guest's output.
    /// </summary>
    private sealed class DescriptorChannel(int descriptor) : OutputChannel
    {
        public override bool IsTerminal { get; } = InheritedOutput.IsTerminal(descriptor);

        public override unsafe Errno Write(ReadOnlySpan<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                nint written;
                fixed (byte* start = bytes)
                {
                    written = Libc.write(descriptor, start, (nuint)bytes.Length);
                }

                if (written >= 0)
                {
                    bytes = bytes[(int)written..];
                    continue;
                }

                Errno errno = UnixErrno.Last();
                if (errno == Errno.Again)
                {
                    // Another program made the shared terminal or pipe non-blocking.
                    Libc.WaitWritable(descriptor);
                }
                else if (errno != Errno.Interrupted)
                {
                    return errno;
                }
            }

            return Errno.Success;
        }
    }

    private sealed class ConsoleChannel(int number) : OutputChannel
    {
        private readonly Stream _stream = number == 1 ? Console.OpenStandardOutput() : Console.OpenStandardError();

        public override bool IsTerminal { get; } = InheritedOutput.IsTerminal(number);

        public override Errno Write(ReadOnlySpan<byte> bytes)
        {
            try
            {
                _stream.Write(bytes);
                return Errno.Success;
            }
            catch (IOException)
            {
                return Errno.Io;
            }
        }
    }
}
