using Skiff.Hosting.Streams;

namespace Skiff.Hosting.Wasi;

/// <summary>Standard output or standard error.</summary>
internal sealed class OutputDescriptor(OutputChannel channel, WasiContext context) : Descriptor
{
    // What a shell reports for a program that SIGPIPE ended.
    private const uint PipeExitCode = 128 + 13;

    public override FileType Type => channel.IsTerminal ? FileType.CharacterDevice : FileType.Unknown;

    public override Rights Rights => Rights.FdWrite | Rights.PollFdReadwrite;

    public override Errno Write(ReadOnlySpan<byte> bytes, out int count)
    {
        Errno errno = channel.Write(bytes);
        if (errno == Errno.Pipe)
        {
            context.Exit(PipeExitCode);
        }

        count = errno == Errno.Success ? bytes.Length : 0;
        return errno;
    }
}
