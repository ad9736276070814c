using Skiff.Hosting.Streams;

namespace Skiff.Hosting.Wasi;

/// <summary>Standard output or standard error.</summary>
/// <param name="channel">Where it goes.</param>
/// <param name="before">What must be written before anything is written here; null for nothing.</param>
internal sealed class OutputDescriptor(OutputChannel channel, OutputChannel? before = null) : Descriptor
{
    public override FileType Type => channel.IsTerminal ? FileType.CharacterDevice : FileType.Unknown;

    public override Rights Rights => Rights.FdWrite | Rights.PollFdReadwrite;

    protected override Errno Unsupported => Errno.InvalidSeek;

    /// <summary>Writes now what was put off.</summary>
    public void Flush() => channel.Flush();

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

            Errno errno = Write(context, bytes);
            if (errno != Errno.Success)
            {
                return count > 0 ? Errno.Success : errno;
            }

            count += (uint)bytes.Length;
        }

        return Errno.Success;
    }

    /// <summary>Writes bytes.</summary>
    public Errno Write(WasiContext context, ReadOnlySpan<byte> bytes)
    {
        // Both may end in one file or pipe, and the order is then the guest's.
        before?.Flush();
        Errno errno = channel.Write(bytes);
        if (errno == Errno.Pipe)
        {
            context.ExitOnBrokenPipe();
        }

        return errno;
    }
}
