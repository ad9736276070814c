namespace Skiff.Hosting.Streams;

/// <summary>Input of fixed bytes.</summary>
internal sealed class BytesInput(byte[] bytes) : StandardInput
{
    internal override InputChannel Open() => new Channel(bytes);

    private sealed class Channel(byte[] bytes) : InputChannel
    {
        private int _position;

        public override bool CanWait => true;

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(buffer.Length, bytes.Length - _position);
            bytes.AsSpan(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }

        public override bool WaitReadable(int milliseconds) => true;
    }
}
