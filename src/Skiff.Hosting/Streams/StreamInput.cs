namespace Skiff.Hosting.Streams;

/// <summary>Input from a stream of the embedding program; what one guest leaves of it, the next one reads.</summary>
internal sealed class StreamInput(Stream stream) : StandardInput
{
    private readonly Channel _channel = new(stream);

    internal override InputChannel Open() => _channel;

    private sealed class Channel(Stream stream) : InputChannel
    {
        public override int Read(Span<byte> buffer) => stream.Read(buffer);
    }
}
