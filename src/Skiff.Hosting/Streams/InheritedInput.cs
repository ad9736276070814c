using Skiff.Hosting.Interop;
using Skiff.Hosting.Wasi;

namespace Skiff.Hosting.Streams;

/// <summary>
/// Input from this process's own standard input. There is one channel for the process, since what has been read ahead
/// for one guest belongs to the next.
/// </summary>
internal sealed class InheritedInput : StandardInput
{
    private static readonly Lazy<InputChannel> s_channel = new(
        static () => OperatingSystem.IsWindows() ? new ConsoleChannel() : new DescriptorChannel());

    internal override InputChannel Open() => s_channel.Value;

    private sealed class DescriptorChannel : InputChannel
    {
        private const int Descriptor = 0;

        public override bool IsTerminal { get; } = Libc.isatty(Descriptor) == 1;

        public override bool CanWait => true;

        public override bool WaitReadable(int milliseconds) => Libc.WaitReadable(Descriptor, milliseconds);

        public override unsafe int Read(Span<byte> buffer)
        {
            while (true)
            {
                nint count;
                fixed (byte* start = buffer)
                {
                    count = Libc.read(Descriptor, start, (nuint)buffer.Length);
                }

                if (count >= 0)
                {
                    return (int)count;
                }

                Errno errno = UnixErrno.Last();
                switch (errno)
                {
                    case Errno.Interrupted:
                        break;
                    case Errno.Again:
                        Libc.WaitReadable(Descriptor);
                        break;
                    case Errno.BadDescriptor: // this process was started without one
                        return 0;
                    default:
                        throw new IOException($"standard input cannot be read: {errno}");
                }
            }
        }
    }

    private sealed class ConsoleChannel : InputChannel
    {
        private readonly Stream _stream = Console.OpenStandardInput();

        public override bool IsTerminal { get; } = !Console.IsInputRedirected;

        public override int MostAhead => 1;

        public override int Read(Span<byte> buffer) => _stream.Read(buffer);
    }
}
