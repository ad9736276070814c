using Skiff.Hosting.Wasi;

namespace Skiff.Hosting.Streams;

/// <summary>Output to a stream of the embedding program.</summary>
internal sealed class StreamOutput(Stream stream) : StandardOutput
{
    internal override OutputChannel Open(int number) => new Channel(stream);

    private sealed class Channel(Stream stream) : OutputChannel
    {
        public override bool IsTerminal => false;

        public override Errno Write(ReadOnlySpan<byte> bytes)
        {
            stream.Write(bytes);
            return Errno.Success;
        }
    }
}
