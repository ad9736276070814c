using Skiff.Hosting.Streams;

namespace Skiff.Hosting.Wasi;

/// <summary>Standard output or standard error.</summary>
internal sealed class OutputDescriptor(OutputChannel channel) : Descriptor
{
    // What a shell reports for a program that SIGPIPE ended.
    private const uint PipeExitCode = 128 + 13;

    public override FileType Type => channel.IsTerminal ? FileType.CharacterDevice : FileType.Unknown;

    public override Rights Rights => Rights.FdWrite | Rights.PollFdReadwrite;

    protected override Errno Unsupported => Errno.InvalidSeek;

    public override Errno Write(WasiContext context, in GuestVectors vectors, out uint count)
    {
        count = 0;
        for (int i = 0; i < vectors.Count; i++)
        {
            Span<byte> bytes = vectors[i];
            if (bytes.IsEmpty)
            {
                continue;
            }

            Errno errno = channel.Write(bytes);
            if (errno == Errno.Pipe)
            {
                context.Exit(PipeExitCode);
            }

            if (errno != Errno.Success)
            {
                return count > 0 ? Errno.Success : errno;
            }

            count += (uint)bytes.Length;
        }

        return Errno.Success;
    }
}
