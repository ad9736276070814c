using Skiff.Hosting.Streams;

namespace Skiff.Hosting.Wasi;

/// <summary>Standard input.</summary>
internal sealed class InputDescriptor(InputChannel channel) : Descriptor
{
    public override FileType Type => channel.IsTerminal ? FileType.CharacterDevice : FileType.Unknown;

    public override Rights Rights => Rights.FdRead | Rights.PollFdReadwrite;

    protected override Errno Unsupported => Errno.InvalidSeek;

    /// <summary>Reads ahead, for <c>poll_oneoff</c>.</summary>
    public InputPump Pump => channel.Pump;

    public override Errno Read(WasiContext context, in GuestVectors vectors, out uint count)
    {
        context.FlushOutputs();
        Span<byte> buffer = vectors.FirstNonEmpty;
        count = (uint)(buffer.IsEmpty ? 0 : Read(context, buffer));
        return Errno.Success;
    }

    private int Read(WasiContext context, Span<byte> buffer)
    {
        if (!context.Interruption.IsPossible && !channel.Pump.HasStarted)
        {
            return channel.Read(buffer);
        }

        while (true)
        {
            channel.Pump.Request(buffer.Length).Wait(context.Interruption.Token);
            if (channel.Pump.TryRead(buffer, out int count))
            {
                return count;
            }
        }
    }
}
