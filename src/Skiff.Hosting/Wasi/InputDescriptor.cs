using Skiff.Hosting.Streams;

namespace Skiff.Hosting.Wasi;

/// <summary>Standard input.</summary>
internal sealed class InputDescriptor(InputChannel channel) : Descriptor
{
    public override FileType Type => channel.IsTerminal ? FileType.CharacterDevice : FileType.Unknown;

    public override Rights Rights => Rights.FdRead | Rights.PollFdReadwrite;

    protected override Errno Unsupported => Errno.InvalidSeek;

    /// <summary>What a read would give now, for <c>poll_oneoff</c>; 0 also at the end.</summary>
    public int Available => channel.Pump.Available;

    /// <summary>Waits for input, for <c>poll_oneoff</c>.</summary>
    /// <returns>Completes when a read would not block.</returns>
    public Task Request() => channel.Pump.Request(channel.MostAhead);

    public override Errno Read(WasiContext context, in GuestVectors vectors, out uint count)
    {
        context.FlushOutputs();
        Span<byte> buffer = vectors.FirstNonEmpty;
        count = (uint)(buffer.IsEmpty ? 0 : Read(context, buffer));
        return Errno.Success;
    }

    /// <summary>Reads at least one byte unless at the end.</summary>
    public int Read(WasiContext context, Span<byte> buffer)
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
