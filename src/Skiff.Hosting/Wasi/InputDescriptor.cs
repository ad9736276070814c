using Skiff.Hosting.Streams;

namespace Skiff.Hosting.Wasi;

/// <summary>Standard input.</summary>
internal sealed class InputDescriptor(InputChannel channel) : Descriptor
{
    public override FileType Type => channel.IsTerminal ? FileType.CharacterDevice : FileType.Unknown;

    public override Rights Rights => Rights.FdRead | Rights.PollFdReadwrite;

    /// <summary>Reads ahead, for <c>poll_oneoff</c>.</summary>
    public InputPump Pump => channel.Pump;

    public override Errno Read(WasiContext context, Span<byte> buffer, out int count)
    {
        if (buffer.IsEmpty)
        {
            count = 0;
            return Errno.Success;
        }

        if (!context.Interruption.IsPossible && !channel.Pump.HasStarted)
        {
            count = channel.Read(buffer);
            return Errno.Success;
        }

        while (true)
        {
            channel.Pump.Request(buffer.Length).Wait(context.Interruption.Token);
            if (channel.Pump.TryRead(buffer, out count))
            {
                return Errno.Success;
            }
        }
    }
}
